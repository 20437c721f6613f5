/** The columns of an import, in their order. */
export const COLUMNS = ['number', 'name', 'seat', 'email', 'wrap_up', 'team'] as const;
export type Column = (typeof COLUMNS)[number];
export type Values = Record<Column, string>;

export interface ParsedLine {
  /** Counted from 1, as an editor counts. */
  line: number;
  values: Values;
  /** Whether there was more than there are columns. */
  hasMore: boolean;
}

/**
 * Reads what was pasted or what a file holds: columns set apart by tabs (as copied from a sheet), semicolons or commas,
 * quoted as CSV has it. Empty lines and a first line of headings are left out.
 */
export function parseLines(text: string): ParsedLine[] {
  const rows = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/).map((row, index) => ({ row, line: index + 1 }));
  const filled = rows.filter(({ row }) => row.trim() !== '');
  const separator = separatorOf(filled[0]?.row ?? '');
  return filled
    .map(({ row, line }) => lineOf(cellsOf(row, separator), line))
    .filter(({ values }, index) => index > 0 || /\d/.test(Object.values(values).join()));
}

function separatorOf(row: string): string {
  return ['\t', ';', '，'].find((each) => row.includes(each)) ?? ',';
}

function lineOf(cells: string[], line: number): ParsedLine {
  const values = Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index] ?? ''])) as Values;
  return { line, values, hasMore: cells.slice(COLUMNS.length).some((cell) => cell !== '') };
}

function cellsOf(row: string, separator: string): string[] {
  const cells = [''];
  let quoted = false;
  for (let at = 0; at < row.length; at += 1) {
    const sign = row[at] ?? '';
    const last = cells.length - 1;
    if (sign === '"' && quoted && row[at + 1] === '"') {
      cells[last] += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) cells.push('');
    else cells[last] += sign;
  }
  return cells.map((cell) => cell.trim());
}
