import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { decimalOf } from '../../platform/money/money';
import { type CallCells, callsHead } from './domain/calls-table';
import type { InvoiceDocument } from './domain/invoice-document';

const AMOUNT = '#,##0.00####';
const HEAD = { fontWeight: 'bold', backgroundColor: '#eef1f6' } as const;

/**
 * Two sheets: the invoice by its sections, and the calls.
 * @param leftOut of how many calls no more were taken in; said in the sheet
 */
export function writeWorkbook(document: InvoiceDocument, calls: readonly CallCells[], leftOut?: number): Promise<Buffer> {
  const { say, invoice } = document;
  const lines = { sheet: say('invoice'), data: linesOf(document), columns: [34, 44, 14, 22, 18].map((width) => ({ width })) };
  const table = { sheet: say('calls'), data: callsOf(document, calls, leftOut), columns: [8, 14, 14, 20, 18, 10, 14, 16, 34].map((width) => ({ width })), stickyRowsCount: 1 };
  return writeXlsxFile([lines, table], { fontFamily: 'Arial', fontSize: 10 }).toBuffer().catch((error: unknown) => {
    throw new Error(`The workbook of invoice ${invoice.id} could not be written.`, { cause: error });
  });
}

function linesOf({ say, invoice, parties, month, sections, netMicro, taxes }: InvoiceDocument): SheetData {
  const { currency, number, issuedOn, dueOn, totalMicro, roundingMicro, payableMicro } = invoice;
  const facts: [string, string | null][] = [
    [say('number'), number], [say('month'), month], [say('issued'), issuedOn], [say('due'), dueOn], [say('to'), parties.billTo.name], [say('from'), parties.issuer.name],
  ];
  return [
    [{ value: say(invoice.state === 'draft' ? 'draft' : 'invoice'), fontWeight: 'bold', fontSize: 16 }],
    ...facts.flatMap(([name, value]): Cell[][] => (value === null ? [] : [[name, text(value)]])),
    [],
    ...sections.flatMap(({ title, rows, sumMicro }): Cell[][] => [
      [title, '', say('quantity'), say('price'), `${say('amount')} (${currency})`].map((value) => ({ value, ...HEAD })),
      ...rows.map(({ name, remark, quantity, price, amountMicro }): Cell[] => [text(name), text(remark), right(quantity), right(price), amount(amountMicro)]),
      [say('sum'), null, null, null, amount(sumMicro)],
      [],
    ]),
    ...(taxes.length > 0 ? [sumRow(say('net'), netMicro), ...taxes.map(({ name, percent, amountMicro }) => sumRow(`${name} ${percent}`, amountMicro))] : []),
    sumRow(say('total'), totalMicro),
    sumRow(say('rounding'), roundingMicro),
    [{ value: say('payable'), fontWeight: 'bold' }, null, null, null, { ...amount(payableMicro), fontWeight: 'bold' }],
  ];
}

function callsOf({ say, invoice: { currency } }: InvoiceDocument, calls: readonly CallCells[], leftOut?: number): SheetData {
  return [
    callsHead(say, currency).map((value) => ({ value, ...HEAD })),
    // the amount is a number that can be summed up; a number called is none
    ...calls.map((cells) => cells.map((value, at): Cell => (at === 7 ? { value: Number(value), type: Number, format: AMOUNT } : typeof value === 'number' ? value : text(value)))),
    ...(leftOut === undefined ? [] : [[], [say('left_out', { most: leftOut })]]),
  ];
}

function sumRow(label: string, micro: bigint): Cell[] {
  return [text(label), null, null, null, amount(micro)];
}

/** Never a formula, whatever it begins with. */
function text(value: string) {
  return { value, type: String };
}

function right(value: string) {
  return { ...text(value), align: 'right' as const };
}

/** Spreadsheets count in floats, of 15 digits. */
function amount(micro: bigint) {
  return { value: Number(decimalOf(micro)), type: Number, format: AMOUNT };
}
