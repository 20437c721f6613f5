/** What the columns of a file of customers are, by their place; -1 where it has none. */
export interface ImportColumns {
  externalId: number;
  name: number;
  numbers: number;
  segment: number;
  language: number;
  attributes: { name: string; at: number }[];
}

export interface ImportProblem {
  /** 1 is the line of the column names. */
  line: number;
  /** As the file names it; null where the whole line or file is meant. */
  column: string | null;
  rule: string;
}

const ATTRIBUTE_COLUMN = 'attribute.';
const LONGEST_ATTRIBUTE_NAME = 40;
const MOST_ATTRIBUTE_COLUMNS = 20;

const PLAIN_COLUMNS: Readonly<Record<string, Exclude<keyof ImportColumns, 'attributes'>>> = {
  external_id: 'externalId',
  name: 'name',
  number: 'numbers',
  numbers: 'numbers',
  segment: 'segment',
  language: 'language',
};

type Reading = { ok: true; columns: ImportColumns } | { ok: false; problems: ImportProblem[] };

/** Reads the first line of a file: which columns it has, in any order. What it does not have stays as it is. */
export function readColumns(header: readonly string[]): Reading {
  const columns: ImportColumns = { externalId: -1, name: -1, numbers: -1, segment: -1, language: -1, attributes: [] };
  const problems: ImportProblem[] = [];
  const refuse = (column: string | null, rule: string): void => void problems.push({ line: 1, column, rule });
  for (const [at, title] of header.entries()) {
    const plain = PLAIN_COLUMNS[title.trim().toLowerCase()];
    const attribute = title.startsWith(ATTRIBUTE_COLUMN) ? title.slice(ATTRIBUTE_COLUMN.length).trim() : null;
    if (plain !== undefined) {
      if (columns[plain] >= 0) refuse(title, 'stands here a second time');
      columns[plain] = at;
    } else if (attribute === null) {
      refuse(title, 'must be external_id, name, numbers, segment, language or attribute.NAME');
    } else {
      if (attribute === '' || attribute.length > LONGEST_ATTRIBUTE_NAME) refuse(title, 'must name an attribute of 1 to 40 characters');
      if (columns.attributes.some(({ name }) => name === attribute)) refuse(title, 'stands here a second time');
      columns.attributes.push({ name: attribute, at });
    }
  }
  if (columns.externalId < 0) refuse('external_id', 'is required: by it a customer is known again');
  if (columns.name < 0) refuse('name', 'is required: a new customer has one');
  if (columns.attributes.length > MOST_ATTRIBUTE_COLUMNS) refuse(null, 'must not be more than 20 attributes');
  return problems.length > 0 ? { ok: false, problems } : { ok: true, columns };
}
