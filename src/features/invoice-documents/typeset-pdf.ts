import type { Cell, Content } from 'pdfmake';
import type { BillTo } from '../contracts/domain/contract-terms';
import { dayName, exactAmount } from './domain/figures';
import type { InvoiceDocument, Section } from './domain/invoice-document';
import { INK, PAGE, PALE, pdfOf, QUIET } from './pdf-page';

/**
 * A4 pages: who bills whom, the sections, the sums, where to pay.
 * @param logo PNG of the tenant; null for none
 */
export function typesetPdf(document: InvoiceDocument, logo: Buffer | null): Promise<Buffer> {
  const { say, invoice, parties } = document;
  const title = say(invoice.state === 'draft' ? 'draft' : 'invoice');
  return pdfOf({
    info: { title: `${title} ${invoice.number ?? document.month}`, author: parties.issuer.name },
    ...(invoice.state === 'draft' && { watermark: { text: say('draft'), color: INK, opacity: 0.06, bold: true } }),
    content: [
      head(document, title, logo),
      sides(document),
      ...document.sections.map((section) => sectionTable(section, document)),
      sums(document),
      payTo(document),
    ],
    footer: (page, pages) => ({
      margin: [PAGE.margin, 12, PAGE.margin, 0],
      columns: [
        { text: [parties.issuer.name, invoice.number].filter((part) => part !== null).join(' · ') },
        { text: say('page', { page, pages }), alignment: 'right' },
      ],
      color: QUIET,
      fontSize: 8,
    }),
  });
}

function head({ say, invoice, language, month }: InvoiceDocument, title: string, logo: Buffer | null): Content {
  const facts: [string, string | null][] = [
    [say('number'), invoice.number],
    [say('month'), month],
    [say('issued'), invoice.issuedOn && dayName(invoice.issuedOn, language)],
    [say('due'), invoice.dueOn && dayName(invoice.dueOn, language)],
  ];
  const told = facts.filter((fact): fact is [string, string] => fact[1] !== null);
  return {
    columns: [
      logo ? { image: `data:image/png;base64,${logo.toString('base64')}`, fit: [150, 48] } : { text: '' },
      {
        width: 'auto',
        stack: [
          { text: title, fontSize: 22, bold: true, alignment: 'right', margin: [0, 0, 0, 6] },
          {
            table: { body: told.map(([name, value]) => [{ text: name, color: QUIET, alignment: 'right' }, { text: value, alignment: 'right' }]) },
            layout: { defaultBorder: false, paddingTop: () => 1, paddingBottom: () => 1, paddingRight: () => 0, paddingLeft: () => 12 },
          },
        ],
      },
    ],
    margin: [0, 0, 0, 20],
  };
}

function sides({ say, parties: { issuer, billTo } }: InvoiceDocument): Content {
  const side = (label: string, { name, address, taxId, email }: BillTo): Content => ({
    stack: [
      { text: label, color: QUIET, fontSize: 8, margin: [0, 0, 0, 2] },
      { text: name, bold: true },
      ...[address, taxId && `${say('tax_id')} ${taxId}`, email].filter((line) => line !== '').map((text) => ({ text })),
    ],
  });
  return { columns: [side(say('to'), billTo), side(say('from'), issuer)], columnGap: 24, margin: [0, 0, 0, 18] };
}

/** Its head stands on each page that it runs over, and no row is torn. */
function sectionTable({ title, rows, sumMicro }: Section, { say, invoice: { currency } }: InvoiceDocument): Content {
  const heading = (text: string, alignment: 'left' | 'right'): Cell => ({ text, color: QUIET, fontSize: 8, alignment });
  const figure = (text: string, more = {}): Cell => ({ text, alignment: 'right', noWrap: true, ...more });
  const body: Cell[][] = [
    [{ text: title, bold: true, fontSize: 11 }, heading(say('quantity'), 'right'), heading(say('price'), 'right'), heading(`${say('amount')} (${currency})`, 'right')],
    ...rows.map(({ name, remark, quantity, price, amountMicro }) => [
      { stack: [{ text: name }, ...(remark === '' ? [] : [{ text: remark, color: QUIET, fontSize: 8 }])] },
      figure(quantity),
      figure(price),
      figure(exactAmount(amountMicro, currency)),
    ]),
    [{ text: say('sum'), colSpan: 3, alignment: 'right', color: QUIET }, {}, {}, figure(exactAmount(sumMicro, currency), { bold: true })],
  ];
  return {
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: ['*', 62, 92, 92], body },
    layout: {
      hLineWidth: (line) => (line === 0 || line === body.length ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: (line) => (line === 1 ? INK : PALE),
      paddingLeft: (column) => (column === 0 ? 0 : 6),
      paddingRight: (column) => (column === 3 ? 0 : 6),
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
    margin: [0, 0, 0, 12],
  };
}

/** Not torn from one another. */
function sums({ say, invoice, netMicro, taxes }: InvoiceDocument): Content {
  const { currency, totalMicro, roundingMicro, payableMicro } = invoice;
  const line = (label: string, micro: bigint): Cell[] => [{ text: label, color: QUIET }, { text: exactAmount(micro, currency), alignment: 'right' }];
  const body: Cell[][] = [
    ...(taxes.length > 0 ? [line(say('net'), netMicro), ...taxes.map(({ name, percent, amountMicro }) => line(`${name} ${percent}`, amountMicro))] : []),
    line(say('total'), totalMicro),
    ...(roundingMicro === 0n ? [] : [line(say('rounding'), roundingMicro)]),
    [{ text: say('payable'), bold: true, fontSize: 12 }, { text: `${exactAmount(payableMicro, currency)} ${currency}`, bold: true, fontSize: 12, alignment: 'right', noWrap: true }],
  ];
  return {
    unbreakable: true,
    columns: [
      { width: '*', text: '' },
      {
        width: 270,
        table: { widths: ['*', 'auto'], body },
        layout: {
          hLineWidth: (at) => (at === body.length - 1 ? 1 : 0),
          vLineWidth: () => 0,
          hLineColor: () => INK,
          paddingLeft: () => 0,
          paddingRight: () => 0,
          paddingTop: () => 3,
          paddingBottom: () => 3,
        },
      },
    ],
    margin: [0, 6, 0, 18],
  };
}

function payTo({ say, parties: { issuer }, invoice: { number } }: InvoiceDocument): Content {
  const isPayable = issuer.bank !== '' && number !== null;
  return {
    unbreakable: true,
    stack: [
      ...(isPayable ? [{ text: say('pay_to'), color: QUIET, fontSize: 8 }, { text: issuer.bank }, { text: `${say('quote')} ${number}`, margin: [0, 0, 0, 8] as [number, number, number, number] }] : []),
      { text: say('calls_in_file'), color: QUIET, fontSize: 8 },
    ],
  };
}
