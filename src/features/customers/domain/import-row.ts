import { LOCALES, type Locale } from '../../tenants/domain/tenant-spec';
import { readCallerNumber } from './caller-number';
import { EXTERNAL_ID } from './customer';
import type { ImportColumns, ImportProblem } from './import-columns';
import { type Attribute, MOST_NUMBERS } from './personal-facts';

/** One line of a file of customers. What the file has no column for is undefined, and stays as it is. */
export interface ImportRow {
  line: number;
  externalId: string;
  name: string;
  numbers?: string[];
  /** A segment's name; null for none. */
  segment?: string | null;
  language?: Locale | null;
  /** Those that the file has columns for; an empty value takes one away. */
  attributes: Attribute[];
}

type Reading = { ok: true; row: ImportRow } | { ok: false; problems: ImportProblem[] };

const LONGEST_NAME = 100;
const LONGEST_VALUE = 200;
const PLAIN = /^[^\u0000-\u001f\u007f]*$/;
const BETWEEN_NUMBERS = /[;|]/;
const ONE_LINE = 'must be plain text on one line';

/** Reads one line. @param cells as many as there are columns, or fewer */
export function readRow(columns: ImportColumns, header: readonly string[], line: number, cells: readonly string[]): Reading {
  const problems: ImportProblem[] = [];
  const cellOf = (at: number): string => (cells[at] ?? '').trim();
  const refuse = (at: number, rule: string): void => void problems.push({ line, column: header[at] ?? null, rule });
  if (cells.length > header.length) problems.push({ line, column: null, rule: 'has more cells than there are columns: text with a comma stands in quotes' });

  const [externalId, name] = [cellOf(columns.externalId), cellOf(columns.name)];
  if (!EXTERNAL_ID.pattern.test(externalId)) refuse(columns.externalId, EXTERNAL_ID.rule);
  if (name === '' || name.length > LONGEST_NAME) refuse(columns.name, 'must be 1 to 100 characters');
  if (!PLAIN.test(name)) refuse(columns.name, ONE_LINE);

  const row: ImportRow = { line, externalId, name, attributes: [] };
  if (columns.numbers >= 0) {
    row.numbers = readNumbers(cellOf(columns.numbers));
    if (row.numbers.includes('')) refuse(columns.numbers, "must be callers' numbers such as +8613800138001 or 02160010001, with ; between them");
    if (row.numbers.length > MOST_NUMBERS) refuse(columns.numbers, 'must not be more than 10 numbers');
  }
  if (columns.segment >= 0) row.segment = cellOf(columns.segment) || null;
  if (columns.language >= 0) {
    const language = cellOf(columns.language);
    row.language = LOCALES.find((locale) => locale === language) ?? null;
    if (language !== '' && row.language === null) refuse(columns.language, 'must be zh-CN or en, or empty');
  }
  for (const attribute of columns.attributes) {
    const value = cellOf(attribute.at);
    if (value.length > LONGEST_VALUE) refuse(attribute.at, 'must be at most 200 characters');
    if (!PLAIN.test(value)) refuse(attribute.at, ONE_LINE);
    row.attributes.push({ name: attribute.name, value });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, row };
}

/** Each once, in its one spelling; empty what is none. */
function readNumbers(cell: string): string[] {
  const written = cell.split(BETWEEN_NUMBERS).map((each) => each.trim()).filter((each) => each !== '');
  return [...new Set(written.map((each) => readCallerNumber(each) ?? ''))];
}
