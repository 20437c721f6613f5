import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvoicesRepository } from '../../src/features/invoices/invoices.repository';
import { InvoicesSchedule } from '../../src/features/invoices/invoices.schedule';
import { type CloseOutcome, InvoicesService } from '../../src/features/invoices/invoices.service';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { readTenantFile } from '../../src/features/tenants/domain/tenant-file';
import type { TenantSpec } from '../../src/features/tenants/domain/tenant-spec';
import { TenantsReader } from '../../src/features/tenants/tenants.reader';
import { Clock } from '../../src/platform/clock/clock';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { Log } from '../../src/platform/logging/log';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import {
  administratorToken, ask, book, inboundLeg, outboundLegs, staffToken, tenantIdOf, timeMachine,
} from '../factories/books';
import { openedLegs } from '../factories/opened';

interface LineJson {
  id: string;
  kind: string;
  amount_micro: string;
  quantity: number;
  late?: boolean;
  usage_period?: string;
  covers?: string[];
  days?: number;
}

interface InvoiceJson {
  id: string;
  period: string;
  state: string;
  number: string | null;
  total_micro: string;
  rounding_micro: string;
  payable_micro: string;
  finalized_at: string | null;
  lines: LineJson[];
}

interface ProblemJson {
  code: string;
  errors?: { pointer: string; rule: string }[];
}

let api: TestApi;
let database: ProviderDatabase;
let invoices: InvoicesService;
let pharma: string;
let insurance: string;
let token: Record<'pharma' | 'insurance' | 'finance', string>;
let travelTo: (at: string) => void;

/** Each test has two tenants of its own, applied in the morning of 10 September 2026 in Shanghai. */
beforeEach(async () => {
  api = await startTestApi();
  travelTo = timeMachine(api.app);
  travelTo('2026-09-10T09:00:00+08:00');
  database = api.app.get(ProviderDatabase);
  invoices = api.app.get(InvoicesService);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  [pharma, insurance] = [await tenantIdOf(api.app, 'pharma'), await tenantIdOf(api.app, 'insurance')];
  token = {
    pharma: await administratorToken(api.app, 'pharma'),
    insurance: await administratorToken(api.app, 'insurance'),
    finance: await staffToken(api.app, 'finance'),
  };
});
afterEach(() => api.stop());

/** Closes a month of pharma and reads its invoice over the API, with its lines. */
async function closeAndRead(period: string): Promise<InvoiceJson> {
  const closed = await invoices.close(pharma, period);
  if (!('invoice' in closed)) throw new Error(closed.detail);
  return readInvoice(closed.invoice.id);
}

async function readInvoice(id: string): Promise<InvoiceJson> {
  const { status, body } = await ask<InvoiceJson>(api, token.pharma, `/v1/invoices/${id}`);
  expect(status).toBe(200);
  return body;
}

function specOf(name: string): TenantSpec {
  const reading = readTenantFile(readFileSync(join(__dirname, '../../tenants', `${name}.yaml`), 'utf8'));
  if (!reading.ok) throw new Error(`${name}.yaml cannot be read`);
  return reading.spec;
}

/** Everything that stands on invoices, as the database has it. */
async function books(): Promise<unknown> {
  return {
    invoices: await database.sql('SELECT * FROM invoices ORDER BY tenant_id, period'),
    lines: await database.sql('SELECT * FROM invoice_lines ORDER BY tenant_id, invoice_id, position'),
    usage: await database.sql('SELECT * FROM usage_records ORDER BY tenant_id, id'),
  };
}

/** The worker's schedule, which the api process does not hold. */
function scheduleOf({ app }: TestApi): InvoicesSchedule {
  const find = <T>(type: new (...parts: never[]) => T) => app.get<T>(type, { strict: false });
  return new InvoicesSchedule(find(TenantsReader), find(InvoicesRepository), invoices, find(Clock), find(Log));
}

const usageLines = (invoice: InvoiceJson) => invoice.lines.filter(({ kind }) => kind === 'usage');
const outcomes = (closed: CloseOutcome[]) => closed.map(({ tenant, outcome }) => `${tenant.slug} ${outcome}`);

it('is a draft that follows the month, then finalized and never changed again', async () => {
  travelTo('2026-10-05T12:00:00+08:00');
  await book(api.app, inboundLeg(pharma, '2026-10-05T10:00:00+08:00', 60));
  const draft = await closeAndRead('2026-10');
  expect(draft).toMatchObject({ state: 'draft', number: null, finalized_at: null });
  expect(usageLines(draft)).toMatchObject([{ quantity: 1, amount_micro: '150000' }]);

  await book(api.app, inboundLeg(pharma, '2026-10-05T11:00:00+08:00', 61));
  const grown = await closeAndRead('2026-10');
  expect(grown.id).toBe(draft.id);
  expect(usageLines(grown)).toMatchObject([{ quantity: 2, amount_micro: '450000' }]);
  expect(grown.lines).toHaveLength(draft.lines.length);

  travelTo('2026-11-01T00:00:00+08:00');
  const final = await closeAndRead('2026-10');
  expect(final).toMatchObject({
    id: draft.id, state: 'finalized', number: 'PHARMA-2026-000001', total_micro: grown.total_micro,
  });
  const before = await books();
  travelTo('2026-12-24T00:00:00+08:00');
  expect(await closeAndRead('2026-10')).toEqual(final);
  expect(await books()).toEqual(before);
});

it('still is a draft in the last millisecond of the month', async () => {
  travelTo('2026-10-31T23:59:59.999+08:00');
  expect((await closeAndRead('2026-10')).state).toBe('draft');
});

it('puts usage that became known late on the next invoice, marked', async () => {
  await book(api.app, inboundLeg(pharma, '2026-09-20T10:00:00+08:00', 60));
  travelTo('2026-10-03T12:00:00+08:00');
  const september = await closeAndRead('2026-09');
  await book(
    api.app,
    inboundLeg(pharma, '2026-09-30T23:59:59+08:00', 120),
    inboundLeg(pharma, '2026-10-01T00:00:00+08:00', 180),
  );
  expect(await closeAndRead('2026-09')).toEqual(september);
  travelTo('2026-11-03T12:00:00+08:00');
  expect(usageLines(await closeAndRead('2026-10'))).toMatchObject([
    { usage_period: '2026-10', late: false, quantity: 1, amount_micro: '450000' },
    { usage_period: '2026-09', late: true, quantity: 1, amount_micro: '300000' },
  ]);
  expect(usageLines(await readInvoice(september.id))).toMatchObject([{ quantity: 1, amount_micro: '150000' }]);
});

it("leaves a month's usage to its own draft while that is not finalized", async () => {
  await book(api.app, inboundLeg(pharma, '2026-09-20T10:00:00+08:00', 60));
  travelTo('2026-09-21T00:00:00+08:00');
  await closeAndRead('2026-09');
  travelTo('2026-10-01T12:00:00+08:00');
  expect(usageLines(await closeAndRead('2026-10'))).toEqual([]);
  expect(usageLines(await closeAndRead('2026-09'))).toMatchObject([{ quantity: 1, late: false }]);
});

it('leaves usage without a rate open until there is one, and bills it then', async () => {
  await book(api.app, ...outboundLegs(insurance, '2026-09-20T10:00:00+08:00', 10, '+442079460000'));
  travelTo('2026-10-03T12:00:00+08:00');
  await invoices.close(insurance, '2026-09');
  const open = 'SELECT problem, invoice_id FROM usage_records WHERE tenant_id = ?';
  expect(await database.sql(open, [insurance])).toMatchObject([{ invoice_id: null }]);
  const rate = {
    direction: 'outbound', prefix: '', connectFee: '0', price: '2', unit: 60, increment: 60, fromSecond: 0,
  };
  await database.sql(
    `INSERT INTO tariffs SELECT tenant_id, 'tar_ZZZZZZZZZZZZZZZZZZZZMENDED', created_at, valid_from, currency,
       platform_fee_micro, seat_lease_micro, number_rental_micro, ?, bands, holidays FROM tariffs WHERE tenant_id = ?`,
    [JSON.stringify([rate]), insurance],
  );
  const closed = await invoices.close(insurance, '2026-10');
  expect(closed).toMatchObject({ outcome: 'draft' });
  const lines = "SELECT amount_micro FROM invoice_lines WHERE tenant_id = ? AND kind = 'usage'";
  const [line] = await database.sql(lines, [insurance]);
  expect(line).toEqual({ amount_micro: '2000000' });
});

it('prices open usage by the version in force, also where another had rated it before', async () => {
  await book(api.app, inboundLeg(pharma, '2026-09-20T10:00:00+08:00', 60));
  travelTo('2026-09-25T12:00:00+08:00');
  const spec = specOf('pharma');
  const rates = spec.tariff.rates.map((rate) => ({ ...rate, price: '1' }));
  // new prices are in force from the first of the month in which they were applied
  await api.app.get(TenantFilesService).apply({ ...spec, tariff: { ...spec.tariff, seatLease: '10', rates } });
  travelTo('2026-10-02T00:00:00+08:00');
  const september = await closeAndRead('2026-09');
  expect(usageLines(september)).toMatchObject([{ amount_micro: '1000000' }]);
  // 10 seats at 10 for 21 of 30 days
  expect(september.lines.find(({ kind }) => kind === 'seat')?.amount_micro).toBe('70000000');
});

it('makes an invoice of the leases alone for a month without calls', async () => {
  travelTo('2026-11-03T12:00:00+08:00');
  const { lines, total_micro } = await closeAndRead('2026-10');
  // 3000 + 10 seats at 280 + 4 numbers at 100
  expect(lines.map(({ kind, quantity }) => [kind, quantity])).toEqual([['platform', 1], ['seat', 10], ['number', 4]]);
  expect(total_micro).toBe('6200000000');
});

/**
 * The books, done once more by somebody who has the database, the price list and a pocket calculator, and knows none of
 * the program: whole minutes at 0.15 inbound; 0.25 to +86; elsewhere 0.50 and 3.00. Leases by days of September's 30.
 */
async function recomputed(): Promise<{ calls: number; leases: number }> {
  const legs = (await openedLegs(database)).filter(({ tenantId, profile }) => tenantId === pharma && profile === 'external');
  const fen = legs.map(({ direction, to, billSeconds }) => {
    const minutes = Math.ceil(billSeconds / 60);
    if (direction === 'inbound') return 15 * minutes;
    return to?.startsWith('+86') ? 25 * minutes : 50 + 300 * minutes;
  });
  const days = (from: string, until: string) => `1 + DATEDIFF(
    LEAST('2026-09-30', DATE(${until} + INTERVAL 8 HOUR)), GREATEST('2026-09-01', DATE(${from} + INTERVAL 8 HOUR)))`;
  const leased = days('leased_from', "COALESCE(leased_until, '2026-09-30 00:00')");
  const lease = (table: string) => `SELECT SUM(${leased}) AS days FROM ${table} WHERE tenant_id = ?`;
  const [seats] = await database.sql<{ days: string }>(lease('seats'), [pharma]);
  const [numbers] = await database.sql<{ days: string }>(lease('numbers'), [pharma]);
  return {
    calls: fen.reduce((sum, each) => sum + each, 0) * 10_000,
    // 21 days of the platform from the 10th on
    leases: (3000 * 21 + 280 * Number(seats?.days) + 100 * Number(numbers?.days)) * (1_000_000 / 30),
  };
}

it('adds up: total = Σ lines = Σ rated calls + Σ leases, by an independent recomputation', async () => {
  const seconds = [1, 59, 60, 61, 119, 120, 3599, 3600, 7200, 17];
  const calls = seconds.flatMap((long, at) => [
    inboundLeg(pharma, `2026-09-1${at}T10:00:00+08:00`, long),
    ...outboundLegs(pharma, `2026-09-2${at}T10:00:00+08:00`, long, at % 2 ? '+8613800138001' : '+442079460000'),
  ]);
  await book(api.app, ...calls);
  // the last seat goes on the 15th, so one seat is leased for 6 days
  travelTo('2026-09-15T18:00:00+08:00');
  const spec = specOf('pharma');
  await api.app.get(TenantFilesService).apply({ ...spec, seats: spec.seats.slice(0, -1) });
  travelTo('2026-10-02T00:00:00+08:00');
  const invoice = await closeAndRead('2026-09');

  const sum = (lines: LineJson[]) => lines.reduce((total, { amount_micro }) => total + Number(amount_micro), 0);
  const total = Number(invoice.total_micro);
  expect(sum(invoice.lines)).toBe(total);
  const expected = await recomputed();
  expect(sum(usageLines(invoice))).toBe(expected.calls);
  // each lease line is rounded once to the micro-unit
  expect(Math.abs(total - expected.calls - expected.leases)).toBeLessThan(invoice.lines.length);
  expect(invoice.lines.filter(({ kind }) => kind === 'seat').map(({ quantity, days }) => [quantity, days])).toEqual([
    [1, 6], [9, 21],
  ]);
  expect(Number(invoice.payable_micro) - total).toBe(Number(invoice.rounding_micro));
  expect(Number(invoice.payable_micro) % 10_000).toBe(0);
});

it('opens each line into its calls and their arithmetic', async () => {
  await book(
    api.app,
    inboundLeg(pharma, '2026-09-20T10:00:00+08:00', 60),
    inboundLeg(pharma, '2026-09-21T10:00:00+08:00', 61),
    ...outboundLegs(pharma, '2026-09-22T10:00:00+08:00', 10, '+8613800138001'),
  );
  travelTo('2026-10-02T00:00:00+08:00');
  const invoice = await closeAndRead('2026-09');
  await book(api.app, inboundLeg(pharma, '2026-09-23T10:00:00+08:00', 62));
  const opened = await Promise.all(
    invoice.lines.map(async ({ id }) => {
      const path = `/v1/invoices/${invoice.id}/lines/${id}/usage`;
      return (await ask<{ data: { seconds: number; steps: object[] }[] }>(api, token.pharma, path)).body.data;
    }),
  );
  const seconds = opened.map((calls) => calls.map((call) => call.seconds).sort());
  expect(seconds).toEqual([[], [], [], [60, 61], [10]]);
  expect(opened[3]?.[0]?.steps).toMatchObject([{ step: 'duration', price_micro: '150000' }]);
});

it('numbers three months without a gap, drafts and repetitions between them', async () => {
  const numbers: (string | null)[] = [];
  for (const [period, after] of [['2026-09', '2026-10'], ['2026-10', '2026-11'], ['2026-11', '2026-12']] as const) {
    travelTo(`${after}-02T00:00:00+08:00`);
    numbers.push((await closeAndRead(period)).number);
    expect((await closeAndRead(after)).number).toBeNull();
    await closeAndRead(period);
  }
  expect(numbers).toEqual(['PHARMA-2026-000001', 'PHARMA-2026-000002', 'PHARMA-2026-000003']);
  travelTo('2027-01-02T00:00:00+08:00');
  expect((await closeAndRead('2026-12')).number).toBe('PHARMA-2027-000001');
});

it('gives one invoice and one number to closes at the same moment', async () => {
  const calls = Array.from({ length: 20 }, () => inboundLeg(pharma, '2026-09-20T10:00:00+08:00', 60));
  await book(api.app, ...calls);
  travelTo('2026-10-02T00:00:00+08:00');
  const late = Array.from({ length: 20 }, () => inboundLeg(pharma, '2026-09-21T10:00:00+08:00', 60));
  const [, ...closed] = await Promise.all([
    book(api.app, ...late),
    ...Array.from({ length: 6 }, () => invoices.close(pharma, '2026-09')),
    invoices.close(insurance, '2026-09'),
  ]);
  const pharmas = closed.slice(0, 6);
  const made = pharmas.map((one) => ('invoice' in one ? `${one.invoice.id} ${one.invoice.number}` : one.detail));
  expect(new Set(made).size).toBe(1);
  const [row] = await database.sql('SELECT COUNT(*) AS invoices FROM invoices WHERE tenant_id = ?', [pharma]);
  expect(row).toEqual({ invoices: '1' });
  // what was rated while it was closed is on it or still open, and the line says just what is on it
  const [stamped] = await database.sql<{ micro: string }>(
    "SELECT SUM(amount_micro) AS micro FROM usage_records WHERE tenant_id = ? AND invoice_id IS NOT NULL",
    [pharma],
  );
  const [lines] = await database.sql<{ micro: string }>(
    "SELECT SUM(amount_micro) AS micro FROM invoice_lines WHERE tenant_id = ? AND kind = 'usage'",
    [pharma],
  );
  expect(stamped?.micro).toBe(lines?.micro);
  const [all] = await database.sql('SELECT COUNT(*) AS records FROM usage_records WHERE tenant_id = ?', [pharma]);
  expect(all).toEqual({ records: '40' });
});

it('shows tenants their own invoices alone', async () => {
  await book(
    api.app,
    inboundLeg(pharma, '2026-09-20T10:00:00+08:00', 60),
    inboundLeg(insurance, '2026-09-20T10:00:00+08:00', 60, { to: '4008002002' }),
  );
  travelTo('2026-10-02T00:00:00+08:00');
  expect(outcomes(await invoices.closeMonth('2026-09'))).toEqual(['insurance finalized', 'pharma finalized']);
  const of = async (who: 'pharma' | 'insurance') =>
    (await ask<{ data: InvoiceJson[] }>(api, token[who], '/v1/invoices')).body.data;
  const [[own], [foreign]] = [await of('pharma'), await of('insurance')];
  expect([own?.number, foreign?.number]).toEqual(['PHARMA-2026-000001', 'INSURANCE-2026-000001']);
  const { lines } = await readInvoice(own!.id);
  const unknown = foreign!.id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  for (const id of [foreign!.id, unknown]) {
    expect(await ask(api, token.pharma, `/v1/invoices/${id}`)).toMatchObject({ status: 404 });
    const path = `/v1/invoices/${id}/lines/${lines[0]!.id}/usage`;
    expect(await ask(api, token.pharma, path)).toMatchObject({ status: 404 });
  }
  const line = `/v1/invoices/${foreign!.id}/lines/${lines.at(-1)!.id}/usage`;
  expect(await ask(api, token.insurance, line)).toMatchObject({ status: 404 });
});

it('makes the last invoice of a tenant that was removed, and none for the months after', async () => {
  await book(api.app, inboundLeg(pharma, '2026-09-20T10:00:00+08:00', 60));
  travelTo('2026-09-20T12:00:00+08:00');
  await api.app.get(TenantFilesService).remove('pharma');
  travelTo('2026-11-02T00:00:00+08:00');
  expect(outcomes(await invoices.closeMonth('2026-09'))).toEqual(['insurance finalized', 'pharma finalized']);
  const lines = await database.sql<{ kind: string; days: string }>(
    "SELECT kind, JSON_VALUE(details, '$.days') AS days FROM invoice_lines WHERE tenant_id = ? ORDER BY position",
    [pharma],
  );
  expect(lines).toEqual([
    { kind: 'platform', days: '11' }, { kind: 'seat', days: '11' }, { kind: 'number', days: '11' },
    { kind: 'usage', days: null },
  ]);
  expect(outcomes(await invoices.closeMonth('2026-10'))).toEqual(['insurance finalized', 'pharma nothing']);
  await book(api.app, inboundLeg(pharma, '2026-09-20T11:00:00+08:00', 60));
  expect(await invoices.close(pharma, '2026-10')).toMatchObject({ outcome: 'finalized', lineCount: 1 });
});

it('bills a tenant that was removed and applied again for the days on which it was one', async () => {
  const files = api.app.get(TenantFilesService);
  travelTo('2026-09-20T12:00:00+08:00');
  await files.remove('pharma');
  travelTo('2026-09-25T12:00:00+08:00');
  await files.apply(specOf('pharma'));
  travelTo('2026-09-27T12:00:00+08:00');
  await files.remove('pharma');
  travelTo('2026-12-08T12:00:00+08:00');
  await files.apply(specOf('pharma'));
  travelTo('2027-01-03T09:00:00+08:00');
  await scheduleOf(api).run();
  const lines = await database.sql<{ period: string; days: string }>(
    `SELECT i.period, JSON_VALUE(l.details, '$.days') AS days
     FROM invoice_lines l JOIN invoices i ON i.tenant_id = l.tenant_id AND i.id = l.invoice_id
     WHERE l.tenant_id = ? AND l.kind = 'platform' ORDER BY i.period, l.position`,
    [pharma],
  );
  // 10..20 and 25..27 September, nothing of October and November, 8..31 December, and January's draft
  expect(lines.map(({ period, days }) => `${period} ${days}`)).toEqual([
    '2026-09 11', '2026-09 3', '2026-12 24', '2027-01 31',
  ]);
  const periods = await database.sql('SELECT period FROM invoices WHERE tenant_id = ? ORDER BY period', [pharma]);
  expect(periods).toEqual([{ period: '2026-09' }, { period: '2026-12' }, { period: '2027-01' }]);
  expect(await invoices.close(pharma, '2026-10')).toMatchObject({ outcome: 'nothing' });
});

it('says why a tenant cannot be invoiced, leaves nothing behind, and goes on with the others', async () => {
  await database.sql("UPDATE tariffs SET valid_from = '2026-12-01' WHERE tenant_id = ?", [insurance]);
  travelTo('2026-10-02T00:00:00+08:00');
  const [refused, closed] = await invoices.closeMonth('2026-09');
  expect(refused).toMatchObject({ outcome: 'refused', detail: 'no tariff is in force on 2026-09-30' });
  expect(closed).toMatchObject({ outcome: 'finalized' });
  expect(await database.sql('SELECT id FROM invoices WHERE tenant_id = ?', [insurance])).toEqual([]);
});

describe('closing over the API', () => {
  const close = <T>(who: string, period: unknown, tenant?: string) =>
    ask<T>(api, who, '/v1/invoices/close', { post: { period }, ...(tenant && { tenant }) });

  it('closes for the tenant that is named, or for all', async () => {
    travelTo('2026-10-02T00:00:00+08:00');
    const one = await close<{ outcomes: object[] }>(token.finance, '2026-09', pharma);
    expect(one).toMatchObject({
      status: 200,
      body: { outcomes: [{ tenant: { id: pharma, slug: 'pharma' }, outcome: 'finalized', line_count: 3 }] },
    });
    expect(one.body.outcomes[0]).toHaveProperty('invoice.number', 'PHARMA-2026-000001');
    const all = await close<{ outcomes: { outcome: string }[] }>(token.finance, '2026-09');
    expect(all.body.outcomes.map(({ outcome }) => outcome)).toEqual(['finalized', 'finalized']);
  });

  it.each([
    ['2026-9', 'YYYY-MM'],
    ['2026-13', 'YYYY-MM'],
    [202609, 'must be a string'],
    ['2026-11', 'must not lie in the future'],
  ])('refuses the month %p and says why', async (period, rule) => {
    const { status, body } = await close<ProblemJson>(token.finance, period);
    expect(status).toBe(422);
    expect(body.errors?.map(({ pointer, rule: said }) => `${pointer} ${said}`).join()).toContain(rule);
  });

  it('knows no tenant of that name, and lets no tenant close', async () => {
    expect(await close(token.finance, '2026-09', 'ten_00000000000000000000000000')).toMatchObject({ status: 404 });
    expect(await close(token.pharma, '2026-09')).toMatchObject({ status: 403 });
  });
});

it('closes what is due by itself: drafts each day, the past month after a day of grace', async () => {
  const schedule = scheduleOf(api);
  const states = async () =>
    (await database.sql<{ period: string; state: string }>(
      'SELECT period, state FROM invoices WHERE tenant_id = ? ORDER BY period', [pharma],
    )).map(({ period, state }) => `${period} ${state}`);
  travelTo('2026-09-11T01:10:00Z');
  await schedule.run();
  expect(await states()).toEqual(['2026-09 draft']);
  travelTo('2026-10-01T01:10:00Z');
  await schedule.run();
  expect(await states()).toEqual(['2026-09 draft', '2026-10 draft']);
  travelTo('2026-10-02T01:10:00Z');
  await schedule.run();
  expect(await states()).toEqual(['2026-09 finalized', '2026-10 draft']);
  travelTo('2026-12-05T01:10:00Z');
  await schedule.run();
  expect(await states()).toEqual(['2026-09 finalized', '2026-10 finalized', '2026-11 finalized', '2026-12 draft']);
});

describe('a month over all tenants', () => {
  const read = (period: string, who: keyof typeof token = 'finance') =>
    ask<{ tenants: { id: string; ends_at: string; invoice?: { number: string | null; state: string; payable_micro: string } }[] }>(
      api, token[who], `/v1/billing-month?period=${period}`,
    );

  it('tells finance who has an invoice of it, and who is still to get one', async () => {
    travelTo('2026-10-02T09:00:00+08:00');
    const invoice = await closeAndRead('2026-09');
    const { status, body } = await read('2026-09');
    expect(status).toBe(200);
    const { number, payable_micro: payable } = invoice;
    expect(body.tenants).toHaveLength(2);
    expect(body.tenants).toContainEqual(
      expect.objectContaining({
        id: pharma,
        // midnight in Shanghai
        ends_at: '2026-09-30T16:00:00.000Z',
        invoice: expect.objectContaining({ number, payable_micro: payable, state: 'finalized', line_count: invoice.lines.length }) as unknown,
      }),
    );
    expect(body.tenants.find(({ id }) => id === insurance)?.invoice).toBeUndefined();
  });

  it('leaves out who was no tenant then, and keeps who was one in a part of it', async () => {
    await api.app.get(TenantFilesService).remove('pharma');
    expect((await read('2026-08')).body.tenants).toEqual([]);
    expect((await read('2026-09')).body.tenants.map(({ id }) => id).sort()).toEqual([insurance, pharma].sort());
    expect((await read('2026-10')).body.tenants.map(({ id }) => id)).toEqual([insurance]);
  });

  it("is the provider's alone, and of a month that there is", async () => {
    expect((await read('2026-09', 'pharma')).status).toBe(403);
    expect((await read('2026-13')).status).toBe(422);
  });
});
