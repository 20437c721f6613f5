import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalContract } from '../../src/features/contracts/domain/canonical-contract';
import { InvoicesService } from '../../src/features/invoices/invoices.service';
import { readTenantFile } from '../../src/features/tenants/domain/tenant-file';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { newId } from '../../src/platform/database/ids';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { parseMicro } from '../../src/platform/money/money';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { administratorToken, ask, book, outboundLegs, tenantIdOf, timeMachine } from '../factories/books';

interface LineJson {
  kind: string;
  code?: string;
  first_day?: string;
  month?: string;
  amount_micro: string;
  steps?: { step: string; price_micro: string; base: string; scale: string }[];
}

interface InvoiceJson {
  state: string;
  total_micro: string;
  payable_micro: string;
  lines: LineJson[];
}

let api: TestApi;
let database: ProviderDatabase;
let pharma: string;
let token: string;
let travelTo: (at: string) => void;

/** Applied in the morning of 10 September 2026: 21 of 30 days are leased. */
beforeAll(async () => {
  api = await startTestApi();
  travelTo = timeMachine(api.app);
  travelTo('2026-09-10T09:00:00+08:00');
  database = api.app.get(ProviderDatabase);
  await applyTenant(api.app, 'pharma');
  pharma = await tenantIdOf(api.app, 'pharma');
});
afterAll(() => api.stop());

const named = (code: string) => ({ code, name: code, name_zh: '名称' });

function termsWith(circuits: string): object {
  return canonicalContract({
    items: [
      { kind: 'once', ...named('set-up'), on: '2026-09-12', price: '12000' },
      { kind: 'monthly', ...named('circuits'), quantity: 4, price: circuits },
      { kind: 'seats', ...named('agents'), basis: 'concurrent', contracted: 2, price: '280', overage: '350' },
      { kind: 'metered', ...named('sms'), meter: 'sms', price: '0.05', free: 100 },
      { kind: 'metered', ...named('storage'), meter: 'storage', price: '2' },
      { kind: 'metered', ...named('hours'), meter: 'agent_hours', price: '40' },
      { kind: 'bundle', ...named('minutes'), direction: 'outbound', prefixes: ['+86'], minutes: 10, price: '15', roll_over_months: 1 },
    ],
    discounts: [{ ...named('loyal'), percent: '10', of: ['circuits'] }],
    credits: [{ below: '85', percent: '5' }],
    tax: { name: 'VAT', percent: '6' },
  });
}

async function agree(validFrom: string, terms: object): Promise<void> {
  const reading = readTenantFile(readFileSync(join(__dirname, '../../tenants/pharma.yaml'), 'utf8'));
  if (!reading.ok) throw new Error('pharma.yaml cannot be read');
  await api.app.get(TenantFilesService).apply({ ...reading.spec, contract: { ...reading.spec.contract, validFrom, terms } });
}

async function sendSms(count: number, at: string): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) {
    await database.sql(
      "INSERT INTO notices (tenant_id, id, created_at, call_uuid, channel, state, attempts, sent_at) VALUES (?, ?, ?, UUID(), 'sms', 'sent', 1, ?)",
      [pharma, newId('notice'), new Date(at), new Date(at)],
    );
  }
}

async function signIn(agent: string, since: string, until: string): Promise<void> {
  await database.sql(
    "INSERT INTO agent_spells (tenant_id, id, created_at, agent, state, since, until) VALUES (?, ?, ?, ?, 'available', ?, ?)",
    [pharma, newId('agentSpell'), new Date(since), agent, new Date(since), new Date(until)],
  );
}

async function keepRecording(bytes: number, from: string): Promise<void> {
  const at = new Date(from);
  await database.sql(
    `INSERT INTO recordings (tenant_id, id, created_at, node, call_uuid, voicemail_id, started_at, duration_seconds, bytes, key_version, digest, legal_hold)
     VALUES (?, ?, ?, 'sw1', UUID(), '', ?, 60, ?, 1, ?, 0)`,
    [pharma, newId('recording'), at, at, bytes, 'x'.repeat(43)],
  );
}

async function callsOf(outcome: string, count: number): Promise<void> {
  for (let call = 0; call < count; call += 1) {
    await database.sql(
      `INSERT INTO calls (tenant_id, id, created_at, node, uuid, direction, queue, state, outcome, wait_seconds, started_at, settled)
       VALUES (?, ?, NOW(3), 'sw1', UUID(), 'inbound', 'care', 'ended', ?, 3, ?, 1)`,
      [pharma, newId('call'), outcome, new Date('2026-09-14T10:00:00+08:00')],
    );
  }
}

async function closeAndRead(period: string): Promise<InvoiceJson> {
  const closed = await api.app.get(InvoicesService).close(pharma, period);
  if (!('invoice' in closed)) throw new Error(closed.detail);
  // what was signed in for has run out meanwhile
  token = await administratorToken(api.app, 'pharma');
  const { body, status } = await ask<InvoiceJson>(api, token, `/v1/invoices/${closed.invoice.id}`);
  expect(status).toBe(200);
  return body;
}

const shown = ({ lines }: InvoiceJson) =>
  lines
    .filter(({ kind }) => !['platform', 'seat', 'number', 'usage'].includes(kind))
    .map(({ kind, code, first_day: first, month, amount_micro: amount }) => [kind, code, first ?? month ?? '', BigInt(amount)]);
const money = parseMicro;

it('charges September by both versions of the contract, and October by what September left', async () => {
  await agree('2026-09-01', termsWith('500'));
  await agree('2026-09-16', termsWith('600'));
  await sendSms(80, '2026-09-10T12:00:00+08:00');
  await sendSms(20, '2026-09-20T12:00:00+08:00');
  for (const agent of ['1001', '1002', '1003']) await signIn(agent, '2026-09-17T09:00:00+08:00', '2026-09-17T10:00:00+08:00');
  await keepRecording(1_000_000_000, '2026-09-16T00:00:00+08:00');
  await callsOf('answered', 4);
  await callsOf('abandoned', 1);
  await book(api.app, ...outboundLegs(pharma, '2026-09-11T10:00:00+08:00', 300, '+8613800138001'));

  travelTo('2026-10-02T12:00:00+08:00');
  const september = await closeAndRead('2026-09');
  expect(shown(september)).toEqual([
    ['contract', 'set-up', '2026-09-01', money('12000')],
    ['contract', 'circuits', '2026-09-01', money('1000')], // 4 × 500 × 15 ÷ 30
    ['contract', 'agents', '2026-09-01', money('280')], // 2 × 280 × 15 ÷ 30
    ['contract', 'sms', '2026-09-01', money('1.5')], // (80 − 50) × 0.05: half the month has half of what is free
    ['contract', 'minutes', '2026-09-01', money('7.5')],
    ['contract', 'circuits', '2026-09-16', money('1200')], // 4 × 600 × 15 ÷ 30
    ['contract', 'agents', '2026-09-16', money('455')], // 2 × 280 × 15 ÷ 30 + 1 × 350 × 15 ÷ 30
    ['contract', 'sms', '2026-09-16', money('0')], // 20 of the 50 that are free
    ['contract', 'storage', '2026-09-16', money('1')], // 1 GB for half the month × 2
    ['contract', 'hours', '2026-09-16', money('120')], // 3 h × 40
    ['contract', 'minutes', '2026-09-16', money('7.5')],
    ['bundle', 'minutes', '2026-09', money('-1.25')], // 300 of 600 s: 5 min × 0.25
    ['discount', 'loyal', '', money('-220')], // 10 % of 2,200
    // 4 of 5 in time are 80 %: 5 % of 4,340 of leases + 15,072.50 of contract + 1.25 − 1.25 of calls − 220
    ['service_level', 'service-level', '', money('-959.625')],
    ['tax', 'tax', '', money('1093.9725')], // 6 % of 18,232.875
  ]);
  expect(BigInt(september.total_micro)).toBe(money('19326.8475'));
  expect(september).toMatchObject({ state: 'finalized', payable_micro: String(money('19326.85')) });
  const overage = september.lines.find(({ code, first_day: first }) => code === 'agents' && first === '2026-09-16');
  expect(overage?.steps).toEqual([
    { step: 'contracted', price_micro: '280000000', base: '30', scale: '30' },
    { step: 'overage', price_micro: '350000000', base: '15', scale: '30' },
  ]);

  const books = 'SELECT account, currency, CAST(amount_micro AS CHAR) AS amount FROM ledger_entries WHERE tenant_id = ? ORDER BY amount_micro DESC';
  const posted = [
    { account: 'receivable', currency: 'CNY', amount: String(money('19326.85')) },
    { account: 'rounding', currency: 'CNY', amount: String(money('-0.0025')) },
    { account: 'tax', currency: 'CNY', amount: String(money('-1093.9725')) },
    { account: 'revenue', currency: 'CNY', amount: String(money('-18232.875')) },
  ];
  expect(await database.sql(books, [pharma])).toEqual(posted);
  // closed again, nothing is posted again
  await closeAndRead('2026-09');
  expect(await database.sql(books, [pharma])).toEqual(posted);

  // 20 minutes: 5 of September's bundle are left, then October's 10
  await book(api.app, ...outboundLegs(pharma, '2026-10-02T12:30:00+08:00', 1200, '+8613800138001'));
  travelTo('2026-10-02T13:00:00+08:00');
  expect(shown(await closeAndRead('2026-10')).filter(([kind]) => kind === 'bundle')).toEqual([
    ['bundle', 'minutes', '2026-09', money('-1.25')],
    ['bundle', 'minutes', '2026-10', money('-2.5')],
  ]);
});

it('leaves what was agreed for earlier months as it was', async () => {
  const before = await database.sql('SELECT COUNT(*) AS n FROM contracts WHERE tenant_id = ?', [pharma]);
  await expect(agree('2026-09-30', termsWith('1'))).rejects.toMatchObject({
    problems: [{ pointer: '/contract/valid_from', rule: 'must not lie before 2026-10-01: what was agreed for earlier months stays as it was' }],
  });
  expect(await database.sql('SELECT COUNT(*) AS n FROM contracts WHERE tenant_id = ?', [pharma])).toEqual(before);
});

it('says where a contract is wrong, and keeps nothing of it', async () => {
  const before = await database.sql('SELECT COUNT(*) AS n FROM contracts WHERE tenant_id = ?', [pharma]);
  const text = readFileSync(join(__dirname, '../../tenants/pharma.yaml'), 'utf8')
    .replace('  valid_from: 2026-01-01', '  valid_from: 2027-01-01\n  items:\n    - { kind: monthly, code: circuits, name: Circuits, price: 500 }');
  const reading = readTenantFile(text);
  expect(reading.ok ? [] : reading.problems.map(({ path, rule }) => [path, rule])).toEqual([['contract.items[0].price', 'must be a text']]);
  expect(await database.sql('SELECT COUNT(*) AS n FROM contracts WHERE tenant_id = ?', [pharma])).toEqual(before);
});
