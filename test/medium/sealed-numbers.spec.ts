import { randomUUID } from 'node:crypto';
import { keys } from '../../scripts/keys';
import { DEFAULT_CALLING_PLAN } from '../../src/features/calling-plan/domain/calling-plan';
import { CreditService } from '../../src/features/spending/credit.service';
import { SpendingRepository } from '../../src/features/spending/spending.repository';
import { UsageLedger } from '../../src/features/usage/domain/usage-ledger';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { EventHandlers } from '../../src/platform/events/event-handlers';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { billingPeriodAt } from '../../src/platform/time/billing-period';
import { CallSink } from '../../src/telephony/calls/call-sink';
import type { CdrLeg } from '../../src/telephony/cdr/cdr-leg';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients, type Wire } from '../factories/api-client';
import { book, handleEvents, inboundLeg, outboundLegs, tenantIdOf } from '../factories/books';
import { postCdr, recordedCdrs } from '../factories/switch';

const [CALLER, CALLED, SENT_ON_TO, SPARED] = ['13800138001', '13900139002', '13700137003', '13600136004'];
/** Of the recorded call whose CDR is put aside. */
const REJECTED = '13800138005';
const OUTSIDE = [CALLER, CALLED, SENT_ON_TO, SPARED, REJECTED];

let api: TestApi;
let database: ProviderDatabase;
let clients: ApiClients;
let admin: ApiClient;
let pharma: string;
let insurance: string;
const at = new Date(Date.now() - 120_000).toISOString();

beforeAll(async () => {
  api = await startTestApi();
  database = api.app.get(ProviderDatabase);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  [pharma, insurance] = [await tenantIdOf(api.app, 'pharma'), await tenantIdOf(api.app, 'insurance')];
  clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  await admin.post('/v1/webhook-endpoints', { url: 'https://crm.example.org/calls', events: ['call.ended'] });
  await makeCalls();
});
afterAll(() => api.stop());

/** One call of each kind, by all the ways that a number comes in. */
async function makeCalls(): Promise<void> {
  const first = inboundLeg(pharma, at, 61, { from: CALLER });
  await witness(first);
  await book(api.app, first, agentLeg(first), sentOn(first));
  await book(api.app, ...outboundLegs(pharma, at, 30, CALLED));
  await book(api.app, inboundLeg(insurance, at, 5, { from: SPARED, to: '4006006001' }));
  await witness(inboundLeg(pharma, at, 5, { from: SPARED }));
  const plan = { ...DEFAULT_CALLING_PLAN, spendPerDayMicro: 1_000_000_000n };
  const call = { node: 'sw1', callUuid: randomUUID(), legUuid: randomUUID(), number: `+86${CALLED}`, direction: 'outbound' as const };
  const credit = api.app.get(CreditService, { strict: false });
  expect(await credit.begin({ tenantId: pharma, timezone: 'Asia/Shanghai', plan }, call)).toMatchObject({ granted: true });
  const [cdr = ''] = recordedCdrs('queue-timeout');
  for (const rejected of [cdr.replaceAll('insurance.seatline.test', 'nobody.seatline.test'), `{"from": "${REJECTED}"x`, REJECTED]) {
    expect(await postCdr(api, rejected)).toBe(200);
  }
  for (const number of [CALLER, '4008001001']) expect((await admin.get(`/v1/calls?number=${number}`)).status).toBe(200);
  const finance = await clients.staff('provider_admin');
  await finance.post('/v1/invoices/close', { period: billingPeriodAt(new Date(at), 'Asia/Shanghai').key });
}

function agentLeg(call: CdrLeg): CdrLeg {
  return { ...call, uuid: randomUUID(), direction: 'outbound', profile: 'internal', to: '1001' };
}

/** The agent sends the caller on outside. */
function sentOn(call: CdrLeg): CdrLeg {
  return { ...call, uuid: randomUUID(), direction: 'outbound', to: SENT_ON_TO };
}

/** The switch's events tell of a call; what they cause waits in the outbox. */
async function witness({ uuid, from, to, startedAt, answeredAt, endedAt }: CdrLeg): Promise<void> {
  const sink = api.app.get(CallSink);
  sink.callChanged('sw1', {
    id: uuid, coreUuid: 'core', from, number: to, domain: 'pharma.seatline.test', direction: 'inbound', customerId: null, segmentId: null, state: 'ended',
    onHold: false, queue: null, agent: null, outcome: 'answered', waitSeconds: 0, talkSeconds: 61, holdSeconds: 0,
    endedBy: 'caller', transferred: false, queues: [], offers: [], legs: [], seats: [], startedAt, answeredAt, endedAt,
  });
  await sink.settled();
}

/** The columns of the whole database in which one of the numbers stands as it is. */
async function inTheClear(): Promise<string[]> {
  const columns = await database.sql<{ name: string; columnName: string }>(
    `SELECT c.table_name AS name, c.column_name AS columnName FROM information_schema.columns c
       JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
      WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
        AND c.data_type NOT IN ('int', 'bigint', 'tinyint', 'smallint', 'datetime', 'timestamp', 'double', 'decimal')`,
  );
  const found: string[] = [];
  for (const { name, columnName } of columns) {
    const rows = await database.sql<{ value: unknown }>(`SELECT \`${columnName}\` AS value FROM \`${name}\``);
    const texts = rows.map(({ value }) => (Buffer.isBuffer(value) ? value.toString('latin1') : typeof value === 'string' ? value : JSON.stringify(value)));
    const isThere = (number: string) => texts.some((text) => text?.includes(number) || text?.includes(Buffer.from(number).toString('base64').slice(0, 12)));
    if (OUTSIDE.some(isThere)) found.push(`${name}.${columnName}`);
  }
  return found.sort();
}

const calls = async (query = '', client = admin): Promise<Wire[]> => (await client.get(`/v1/calls?limit=100${query}`)).body.data;
const numbersOf = (list: Wire[]) => list.map((call) => [call['direction'], call['from_number'], call['to_number']]);
const usage = async (): Promise<Wire[]> => (await admin.get('/v1/usage?limit=100')).body.data;
/** Afterwards for as long as a process may go on to seal with the keys that it had. */
async function run(...args: string[]): Promise<void> {
  expect(await keys(args, api.environment, () => undefined, () => undefined)).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 1100));
}
const forPharma = <T>(work: () => Promise<T>) => tenantContext.open({ tenantId: pharma }, work);

it('stand nowhere in the database, in whatever column, and would be found there', async () => {
  for (const table of ['calls', 'call_legs', 'usage_records', 'spend_reservations', 'outbox', 'cdr_rejects', 'webhook_deliveries', 'audit_entries']) {
    const [row] = await database.sql<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`);
    expect([table, Number(row?.n)]).not.toEqual([table, 0]);
  }
  expect(await inTheClear()).toEqual([]);
  // the search itself is tried
  const before = await database.sql<{ id: string; body: Buffer; reason: string }>('SELECT id, body, reason FROM cdr_rejects ORDER BY id LIMIT 1');
  await database.sql('UPDATE cdr_rejects SET body = ?, reason = ? WHERE id = ?', [Buffer.from(`\u0000${CALLER}`), CALLED, before[0]?.id]);
  await database.sql("UPDATE call_legs SET facts = JSON_SET(facts, '$.domain', ?) WHERE tenant_id = ?", [CALLER, insurance]);
  expect(await inTheClear()).toEqual(['call_legs.facts', 'cdr_rejects.body', 'cdr_rejects.reason']);
  await database.sql('UPDATE cdr_rejects SET body = ?, reason = ? WHERE id = ?', [before[0]?.body, before[0]?.reason, before[0]?.id]);
  await database.sql("UPDATE call_legs SET facts = JSON_SET(facts, '$.domain', NULL) WHERE tenant_id = ?", [insurance]);
});

it('come out again where they are to be seen: in calls, legs, usage and what is still to be renewed', async () => {
  // what the events told is handled now
  await handleEvents(api.app);
  expect(numbersOf(await calls())).toEqual([
    ['inbound', SPARED, '4008001001'], ['outbound', '1001', CALLED], ['inbound', CALLER, '4008001001'],
  ]);
  const [, , inbound] = await calls();
  const legs = (await admin.get(`/v1/calls/${inbound?.id}`)).body['legs'] as Wire[];
  expect(legs.map(({ from, to }) => [from, to])).toEqual(expect.arrayContaining([[CALLER, '4008001001'], [CALLER, '1001'], [CALLER, SENT_ON_TO]]));
  expect((await usage()).map(({ kind, number }) => [kind, number]).sort()).toEqual([
    ['inbound', '4008001001'], ['outbound', CALLED], ['transfer', SENT_ON_TO],
  ]);
  const open = await api.app.get(SpendingRepository, { strict: false }).runningOut('sw1', new Date(), new Date(Date.now() + 3_600_000));
  expect(open.map(({ number }) => number)).toEqual([`+86${CALLED}`]);
});

it("are found by either side's number, whole and exact, and not by another tenant", async () => {
  const found = async (number: string) => numbersOf(await calls(`&number=${number}`)).map(([, from, to]) => `${from} ${to}`);
  expect(await found(CALLER)).toEqual([`${CALLER} 4008001001`]);
  expect(await found(CALLED)).toEqual([`1001 ${CALLED}`]);
  expect(await found('1001')).toEqual([`1001 ${CALLED}`]);
  expect(await found('4008001001')).toHaveLength(2);
  expect(await found(CALLER.slice(0, -1))).toEqual([]);
  const other = await clients.user('insurance', 'tenant_admin');
  expect(numbersOf(await calls(`&number=${CALLER}`, other))).toEqual([]);
  expect(numbersOf(await calls(`&number=${SPARED}`, other))).toEqual([['inbound', SPARED, '4006006001']]);
});

it('do not open in a row into which they were moved; the others of the list are shown', async () => {
  const swap = async (table: string, column: string) => {
    const [a, b] = await database.sql<{ id: string; sealed: Buffer }>(
      `SELECT id, ${column} AS sealed FROM ${table} WHERE tenant_id = ? AND ${column} IS NOT NULL ORDER BY id LIMIT 2`, [pharma],
    );
    const set = `UPDATE ${table} SET ${column} = ? WHERE id = ?`;
    await database.sql(set, [b?.sealed, a?.id]);
    await database.sql(set, [a?.sealed, b?.id]);
  };
  const [before, billed] = [await calls(), await usage()];
  await swap('calls', 'numbers_sealed');
  await swap('usage_records', 'number_sealed');
  expect(numbersOf(await calls())).toEqual([['inbound', SPARED, '4008001001'], ['outbound', null, null], ['inbound', null, null]]);
  expect((await usage()).filter(({ number }) => number === null)).toHaveLength(2);
  await swap('calls', 'numbers_sealed');
  await swap('usage_records', 'number_sealed');
  expect([await calls(), await usage()]).toEqual([before, billed]);
});

it('are the same before and after the key is rotated, and one search finds both', async () => {
  await run('rotate', 'pharma');
  await book(api.app, inboundLeg(pharma, at, 7, { from: CALLER }));
  const versions = await database.sql<{ version: number }>(
    `SELECT DISTINCT CONV(HEX(LEFT(numbers_sealed, 4)), 16, 10) + 0 AS version FROM calls WHERE tenant_id = ? ORDER BY version`, [pharma],
  );
  expect(versions.map(({ version }) => Number(version))).toEqual([1, 2]);
  expect(numbersOf(await calls(`&number=${CALLER}`))).toEqual([
    ['inbound', CALLER, '4008001001'], ['inbound', CALLER, '4008001001'],
  ]);
});

describe('once the key is destroyed', () => {
  let before: { calls: Wire[]; usage: Wire[] };
  beforeAll(async () => {
    before = { calls: await calls(), usage: await usage() };
    await run('destroy', 'pharma', '--yes');
  });

  it('are erased everywhere, and all else of the calls and the bill stays', async () => {
    expect(await calls()).toEqual(before.calls.map((call) => ({ ...call, from_number: null, to_number: null })));
    expect(await usage()).toEqual(before.usage.map((record) => ({ ...record, number: null })));
    expect(before.usage.map((record) => record['rate_prefix'])).not.toContain(null);
    for (const client of [admin, await clients.user('pharma', 'viewer')]) {
      const { legs } = (await client.get(`/v1/calls/${before.calls.at(-1)?.id}`)).body as unknown as { legs: Wire[] };
      expect(new Set(legs.flatMap(({ from, to }) => [from, to]))).toEqual(new Set([null]));
    }
  });

  it('are found by nobody', async () => {
    expect(await calls(`&number=${CALLER}`)).toEqual([]);
    expect((await admin.post('/v1/erasures', { number: CALLER })).body).toMatchObject({ calls: 0, legs: 0 });
  });

  it('leave the prices as they are, though the tariff changes and a late leg comes', async () => {
    await database.sql(
      `INSERT INTO tariffs SELECT tenant_id, 'tar_7ZZZZZZZZZZZZZZZZZZZZZNEXT', created_at, valid_from, currency,
         platform_fee_micro, seat_lease_micro, number_rental_micro, '[]', bands, holidays FROM tariffs WHERE tenant_id = ? LIMIT 1`,
      [pharma],
    );
    await forPharma(() => api.app.get(UsageLedger, { strict: false }).rateOpen(new Date()));
    expect(await usage()).toEqual(before.usage.map((record) => ({ ...record, number: null })));
    const [first] = await database.sql<{ uuid: string }>('SELECT uuid FROM calls WHERE id = ?', [before.calls.at(-1)?.id]);
    const late = agentLeg(inboundLeg(pharma, at, 61, { ...(first && { uuid: first.uuid, callUuid: first.uuid }) }));
    await book(api.app, late);
    expect(numbersOf(await calls())).toEqual(before.calls.map(({ direction }) => [direction, null, null]));
    expect(await usage()).toEqual(before.usage.map((record) => ({ ...record, number: null })));
    await database.sql("DELETE FROM tariffs WHERE id = 'tar_7ZZZZZZZZZZZZZZZZZZZZZNEXT'");
  });

  it('of later calls are sealed by a new key, and found; those of another tenant never went', async () => {
    await book(api.app, inboundLeg(pharma, at, 7, { from: CALLER }));
    expect(numbersOf(await calls(`&number=${CALLER}`))).toEqual([['inbound', CALLER, '4008001001']]);
    const other = await clients.user('insurance', 'tenant_admin');
    expect(numbersOf(await calls('', other))).toEqual([['inbound', SPARED, '4006006001']]);
    expect(await inTheClear()).toEqual([]);
  });

  it('are forgotten by an event of before that comes again', async () => {
    const handlers = api.app.get(EventHandlers);
    const ids = before.calls.map(({ id }) => id);
    for (const callId of ids) {
      for (const name of handlers.names('call.settled')) await forPharma(async () => handlers.find('call.settled', name)?.({ callId }));
    }
    expect((await usage()).filter(({ call_id }) => ids.includes(String(call_id)))).toEqual(before.usage.map((record) => ({ ...record, number: null })));
  });
});
