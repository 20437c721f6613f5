import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, type Info, parse } from 'csv-parse';
import { AppError } from '../../platform/errors/app-error';
import { type ImportProblem, readColumns } from './domain/import-columns';
import { type ImportRow, readRow } from './domain/import-row';

const MOST_ROWS = 100_000;
/** Problems that are told; there may be more. */
export const MOST_PROBLEMS = 1000;
/** Some milliseconds of reading, between which others are answered. */
const CHUNK = 64 * 1024;

/** A file of customers, as far as it alone tells. */
export interface ImportFile {
  /** Lines under the column names. */
  rows: number;
  good: ImportRow[];
  /** Lines that break a rule. */
  bad: number;
  problems: ImportProblem[];
}

/**
 * Reads a CSV of customers (RFC 4180, UTF-8 with or without a byte order mark).
 * @throws AppError invalid_request for what is no such file at all, or has other columns, or too many rows
 */
export async function readImportFile(body: Buffer): Promise<ImportFile> {
  const file: ImportFile = { rows: 0, good: [], bad: 0, problems: [] };
  const seen: Seen = { externalIds: new Set(), numbers: new Set() };
  let header: string[] | null = null;
  let columns: ReturnType<typeof columnsOf> | null = null;
  for await (const { record, line } of recordsOf(textOf(body))) {
    if (header === null || columns === null) {
      [header, columns] = [record, columnsOf(record)];
      continue;
    }
    file.rows += 1;
    if (file.rows > MOST_ROWS) throw AppError.invalid('', 'must not have more than 100,000 rows');
    const reading = readRow(columns, header, line, record);
    const problems = reading.ok ? repeatedIn(seen, reading.row) : reading.problems;
    if (reading.ok && problems.length === 0) file.good.push(reading.row);
    else {
      file.bad += 1;
      file.problems.push(...problems.slice(0, MOST_PROBLEMS - file.problems.length));
    }
  }
  if (header === null) throw AppError.invalid('', 'must be a CSV whose first line names its columns');
  return file;
}

/** Excel saves as GB18030 unless told otherwise: read as UTF-8 its names would be garbage. */
function textOf(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw AppError.invalid('', 'must be text in UTF-8, not GB18030 or another encoding: save it as "CSV UTF-8"');
  }
}

function columnsOf(header: readonly string[]) {
  const reading = readColumns(header);
  if (reading.ok) return reading.columns;
  const problems = reading.problems.map(({ column, rule }) => ({ pointer: column === null ? '' : `/${column}`, rule }));
  throw new AppError('invalid_request', 'The columns of the file break a rule; see errors.', problems);
}

async function* recordsOf(text: string): AsyncGenerator<{ record: string[]; line: number }> {
  const parser = parse({ info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 100_000 });
  const records: AsyncIterable<{ record: string[]; info: Info }> = Readable.from(chunksOf(text)).pipe(parser);
  try {
    for await (const { record, info } of records) yield { record, line: info.lines - lineBreaksIn(record) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw AppError.invalid('', `must be a CSV: line ${String(error['lines'])} cannot be read, a quote stands wrong or a line is too long`);
  }
}

/** Within quotes: the parser tells the line where a record ends. */
function lineBreaksIn(record: readonly string[]): number {
  return record.join('').split('\n').length - 1;
}

async function* chunksOf(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += CHUNK) {
    yield text.slice(at, at + CHUNK);
    await nextTurn();
  }
}

interface Seen {
  externalIds: Set<string>;
  numbers: Set<string>;
}

/** What a line before has said already: which of the two holds, nobody knows. */
function repeatedIn(seen: Seen, { line, externalId, numbers = [] }: ImportRow): ImportProblem[] {
  const problems: ImportProblem[] = [];
  if (seen.externalIds.has(externalId)) problems.push({ line, column: 'external_id', rule: 'stands in a line before' });
  if (numbers.some((number) => seen.numbers.has(number))) problems.push({ line, column: 'numbers', rule: 'stands in a line before' });
  if (problems.length > 0) return problems;
  seen.externalIds.add(externalId);
  for (const number of numbers) seen.numbers.add(number);
  return [];
}
