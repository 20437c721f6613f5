import { execFileSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { InvoicesService } from '../../src/features/invoices/invoices.service';
import { parseMicro } from '../../src/platform/money/money';
import { maskNumber } from '../../src/platform/privacy/mask-number';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { administratorToken, ask, book, inboundLeg, outboundLegs, staffToken, tenantIdOf, timeMachine } from '../factories/books';

interface InvoiceJson {
  id: string;
  number: string;
  payable_micro: string;
  due_on: string | null;
  parties: { issuer: { name: string }; bill_to: { name: string } };
  lines: { kind: string; amount_micro: string }[];
}

let api: TestApi;
let pharma: string;
let token: string;
let invoice: InvoiceJson;
let draft: string;
const CALLED = '+12025550100';

/** September is closed on 2 October, with one call in and one out. */
beforeAll(async () => {
  api = await startTestApi();
  const travelTo = timeMachine(api.app);
  travelTo('2026-09-10T09:00:00+08:00');
  for (const tenant of ['pharma', 'insurance']) await applyTenant(api.app, tenant);
  pharma = await tenantIdOf(api.app, 'pharma');
  travelTo('2026-09-15T09:00:00+08:00');
  await book(api.app, inboundLeg(pharma, '2026-09-15T08:00:00+08:00', 61));
  await book(api.app, ...outboundLegs(pharma, '2026-09-15T08:10:00+08:00', 31, CALLED));
  travelTo('2026-10-02T09:00:00+08:00');
  const months = await Promise.all(['2026-09', '2026-10'].map((month) => api.app.get(InvoicesService).close(pharma, month)));
  const [closed = '', open = ''] = months.map((month) => ('invoice' in month ? month.invoice.id : ''));
  draft = open;
  token = await administratorToken(api.app, 'pharma');
  invoice = (await ask<InvoiceJson>(api, token, `/v1/invoices/${closed}`)).body;
});
afterAll(() => api.stop());

async function take(path: string, by = token, tenant?: string): Promise<{ status: number; type: string; name: string; body: Buffer }> {
  const response = await fetch(`${api.url}/v1/invoices/${path}`, { headers: { authorization: `Bearer ${by}`, ...(tenant && { 'seatline-tenant': tenant }) } });
  const [, name = ''] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { status: response.status, type: response.headers.get('content-type') ?? '', name, body: Buffer.from(await response.arrayBuffer()) };
}

function textOf(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: pdf });
}

describe('an invoice as PDF', () => {
  it('says in either language who owes whom how much, and by when', async () => {
    const [english, chinese] = [await take(`${invoice.id}/pdf`), await take(`${invoice.id}/pdf?language=zh-CN`)];
    expect([english.status, english.type, english.name]).toEqual([200, 'application/pdf', `${invoice.number}.pdf`]);
    const text = textOf(english.body);
    for (const said of ['Invoice', invoice.number, 'September 2026', '1 November 2026', 'Drug maker', 'Seats', 'Calls out, all other numbers']) expect(text).toContain(said);
    expect(text).toMatch(/To be paid +[\d,]+\.\d\d CNY/);
    for (const said of ['账单', '2026年9月', '席位', '应付金额']) expect(textOf(chinese.body)).toContain(said);
    expect(invoice.due_on).toBe('2026-11-01');
  });

  it('of a draft says that it is one', async () => {
    const { name, body } = await take(`${draft}/pdf`);
    expect([name, textOf(body).includes('Draft')]).toEqual(['draft-2026-10.pdf', true]);
    expect(await take(`${draft}/ubl`)).toMatchObject({ status: 409 });
  });
});

it("its calls come to its calls' lines, and the workbook holds them, too", async () => {
  const csv = await take(`${invoice.id}/csv`);
  const rows = parse(csv.body, { bom: true, columns: true }) as Record<string, string>[];
  const usage = invoice.lines.filter(({ kind }) => kind === 'usage').reduce((sum, line) => sum + BigInt(line.amount_micro), 0n);
  expect(rows.reduce((sum, row) => sum + parseMicro(row['Amount (CNY)'] ?? ''), 0n)).toBe(usage);
  expect(rows.map((row) => [row['Began'], row['Number called'], row['Seconds'], row['Seconds billed']])).toEqual(expect.arrayContaining([['2026-09-15 08:10:00', CALLED, '31', '60']]));
  const sheets = unzipSync((await take(`${invoice.id}/xlsx?language=zh-CN`)).body);
  const all = Object.values(sheets).map((part) => Buffer.from(part).toString()).join('');
  for (const said of ['被叫号码', CALLED, invoice.number]) expect(all).toContain(said);
});

it('masks numbers for whoever may not read personal data, and keeps another tenant away', async () => {
  const finance = await staffToken(api.app, 'finance');
  await ask(api, finance, `/v1/tenants/${pharma}/access-grants`, { post: { reason: 'a test', hours: 1 } });
  const { status, body } = await take(`${invoice.id}/csv`, finance, pharma);
  expect([status, body.includes(CALLED), body.includes(maskNumber(CALLED))]).toEqual([200, false, true]);
  const other = await administratorToken(api.app, 'insurance');
  for (const format of ['pdf', 'xlsx', 'csv', 'ubl']) expect((await take(`${invoice.id}/${format}`, other)).status).toBe(404);
});

it('keeps whom it was made out to, whatever they are called later', async () => {
  expect(invoice.parties).toMatchObject({ issuer: { name: 'Seatline' }, bill_to: { name: 'Drug maker' } });
  expect((await take(`${invoice.id}/ubl`)).body.toString()).toContain('<cbc:RegistrationName>Drug maker</cbc:RegistrationName>');
});
