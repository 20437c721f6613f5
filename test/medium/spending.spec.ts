import { randomUUID } from 'node:crypto';
import type { CallingPlan } from '../../src/features/calling-plan/domain/calling-plan';
import { DEFAULT_CALLING_PLAN } from '../../src/features/calling-plan/domain/calling-plan';
import { CreditService } from '../../src/features/spending/credit.service';
import type { NewCall } from '../../src/features/spending/domain/credit-control';
import { SpendingRepository } from '../../src/features/spending/spending.repository';
import { newId } from '../../src/platform/database/ids';
import { json } from '../../src/platform/database/json-column';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { timeMachine } from '../factories/books';

const NODE = 'sw1';
const MINUTE_MICRO = 250_000n; // pharma's tariff: 0.25 for each minute begun
const EPOCH = new Date(0);

let api: TestApi;
let database: ProviderDatabase;
let credit: CreditService;
let tenantId: string;

beforeAll(async () => {
  api = await startTestApi();
  database = api.app.get(ProviderDatabase);
  credit = api.app.get(CreditService, { strict: false });
  await applyTenant(api.app, 'pharma');
  const [tenant] = await database.sql<{ id: string }>("SELECT id FROM tenants WHERE slug = 'pharma'");
  tenantId = tenant?.id ?? '';
});
afterAll(() => api.stop());
beforeEach(async () => {
  for (const table of ['spend_reservations', 'usage_records', 'call_legs']) await database.sql(`DELETE FROM ${table}`);
});

const call = (): NewCall => ({
  node: NODE, callUuid: randomUUID(), legUuid: randomUUID(), number: '+8613800138000', direction: 'outbound',
});

function payer(plan: Partial<CallingPlan>) {
  return { tenantId, timezone: 'Asia/Shanghai', plan: { ...DEFAULT_CALLING_PLAN, ...plan } };
}

async function reserved(): Promise<bigint> {
  const repository = api.app.get(SpendingRepository, { strict: false });
  return (await repository.spending(tenantId, { day: EPOCH, month: EPOCH, now: new Date() })).reserved;
}

/** As the CDR of a leg is kept. */
async function keepLeg(uuid: string, callUuid: string, billSeconds: number, createdAt = new Date()): Promise<void> {
  await database.sql(
    `INSERT INTO call_legs (tenant_id, id, created_at, node, uuid, call_uuid, direction, facts, started_at, ended_at)
     VALUES (?, ?, ?, ?, ?, ?, 'outbound', ?, ?, ?)`,
    [tenantId, newId('leg'), createdAt, NODE, uuid, callUuid, JSON.stringify({ billSeconds }), createdAt, createdAt],
  );
}

async function rate(legUuid: string, amountMicro: bigint): Promise<void> {
  await database.sql(
    `INSERT INTO usage_records (tenant_id, id, created_at, source, source_id, kind, seconds, billed_seconds,
       amount_micro, currency, steps, started_at)
     VALUES (?, ?, NOW(3), 'cdr', ?, 'outbound', 60, 60, ?, 'CNY', '[]', UTC_TIMESTAMP(3))`,
    [tenantId, newId('usage'), `${NODE}/${legUuid}`, amountMicro.toString()],
  );
}

describe('credit for outbound calls', () => {
  it('is not asked for by a tenant without a cap', async () => {
    expect(await credit.begin(payer({}), call())).toEqual({ granted: true, seconds: 240 * 60, amountMicro: 0n });
    expect(await reserved()).toBe(0n);
  });

  it('is never granted twice, however many calls ask at once', async () => {
    const capped = payer({ spendPerDayMicro: 20n * MINUTE_MICRO });
    const answers = await Promise.all(Array.from({ length: 20 }, () => credit.begin(capped, call())));
    const granted = answers.flatMap((answer) => (answer.granted ? [answer.amountMicro] : []));
    // two slices of ten minutes
    expect(granted).toEqual([10n * MINUTE_MICRO, 10n * MINUTE_MICRO]);
    expect(await reserved()).toBe(20n * MINUTE_MICRO);
  });

  it('counts a call once: reserved until its CDR is rated, and then what it cost', async () => {
    const capped = payer({ spendPerDayMicro: 11n * MINUTE_MICRO });
    const first = call();
    await credit.begin(capped, first);
    await keepLeg(first.legUuid, first.callUuid, 60);
    await keepLeg(first.callUuid, first.callUuid, 60, new Date(Date.now() - 3_600_000));
    // its CDRs are in, and nobody has rated them yet
    expect(await reserved()).toBe(10n * MINUTE_MICRO);
    await rate(first.legUuid, MINUTE_MICRO);
    expect(await reserved()).toBe(0n);
    expect(await credit.begin(capped, call())).toMatchObject({ granted: true, seconds: 600 });
    expect(await credit.begin(capped, call())).toEqual({ granted: false, reason: 'spend-cap' });
  });

  it('frees what a call reserved that nobody answered, or that never came about', async () => {
    const capped = payer({ spendPerMonthMicro: 1_000n * MINUTE_MICRO });
    const [unanswered, never] = [call(), call()];
    await credit.begin(capped, unanswered);
    await keepLeg(unanswered.legUuid, unanswered.callUuid, 0);
    expect(await reserved()).toBe(0n);
    await credit.begin(capped, never);
    await keepLeg(never.callUuid, never.callUuid, 0);
    // the trunk leg's own CDR may be on its way
    expect(await reserved()).toBe(10n * MINUTE_MICRO);
    await database.sql('UPDATE call_legs SET created_at = created_at - INTERVAL 2 MINUTE');
    expect(await reserved()).toBe(0n);
  });

  it('forgets a call of which no CDR ever comes, and counts it when one does', async () => {
    const lost = call();
    await credit.begin(payer({ spendPerDayMicro: 1_000n * MINUTE_MICRO }), lost);
    await database.sql('UPDATE spend_reservations SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND');
    expect(await reserved()).toBe(0n);
    await keepLeg(lost.legUuid, lost.callUuid, 60);
    expect(await reserved()).toBe(10n * MINUTE_MICRO);
  });

  it('is given to a running call slice by slice, up to what is left', async () => {
    const capped = payer({ spendPerDayMicro: 15n * MINUTE_MICRO });
    const running = call();
    await credit.begin(capped, running);
    const open = async () => {
      const repository = api.app.get(SpendingRepository, { strict: false });
      const [found] = await repository.runningOut(NODE, new Date(), new Date(Date.now() + 3_600_000));
      if (!found) throw new Error('no reservation is open');
      return found;
    };
    expect(await credit.renew(capped, await open())).toBe(15 * 60);
    expect(await reserved()).toBe(15n * MINUTE_MICRO);
    expect(await credit.renew(capped, await open())).toBe(15 * 60);
  });

  it('is refused where nobody can say what a call costs', async () => {
    const [tariff] = await database.sql<{ rates: unknown }>('SELECT rates FROM tariffs');
    await database.sql("UPDATE tariffs SET rates = '[]'");
    expect(await credit.begin(payer({ spendPerDayMicro: 1n }), call())).toEqual({ granted: false, reason: 'no-rate' });
    await database.sql('UPDATE tariffs SET rates = ?', [JSON.stringify(json(tariff?.rates))]);
  });
});

describe('what has been spent so far', () => {
  let clients: ApiClients;
  let admin: ApiClient;

  beforeAll(async () => {
    await applyTenant(api.app, 'insurance');
    clients = new ApiClients(api);
    // 00:30 of the 15th in Shanghai
    timeMachine(api.app)('2026-11-14T16:30:00Z');
    admin = await clients.user('pharma', 'tenant_admin');
  });

  async function spent(startedAt: string, micro: bigint, kind = 'outbound'): Promise<void> {
    const leg = randomUUID();
    await rate(leg, micro);
    await database.sql('UPDATE usage_records SET started_at = ?, kind = ? WHERE source_id = ?', [new Date(startedAt), kind, `${NODE}/${leg}`]);
  }

  it("is told by the tenant's own day and month, beside what is reserved and the caps", async () => {
    const plan = { spendPerDayMicro: 20n * MINUTE_MICRO, spendPerMonthMicro: 1_000n * MINUTE_MICRO };
    await database.sql('UPDATE calling_plans SET spend_per_day_micro = ?, spend_per_month_micro = ? WHERE tenant_id = ?', [
      String(plan.spendPerDayMicro), String(plan.spendPerMonthMicro), tenantId,
    ]);
    await spent('2026-11-14T16:00:00Z', 1n);
    await spent('2026-11-14T16:10:00Z', 2n, 'transfer');
    await spent('2026-11-14T15:59:59Z', 10n); // yesterday
    await spent('2026-10-31T16:00:00Z', 100n); // the month's first second
    await spent('2026-10-31T15:59:59Z', 1_000n); // last month
    await spent('2026-11-14T16:10:00Z', 10_000n, 'inbound');
    await credit.begin(payer(plan), call());
    expect((await admin.get('/v1/spending')).body).toEqual({
      day: '2026-11-15', month: '2026-11', currency: 'CNY', day_spent_micro: '3', month_spent_micro: '113',
      reserved_micro: String(10n * MINUTE_MICRO), spend_per_day_micro: '5000000', spend_per_month_micro: '250000000',
    });
  });

  it('is nobody else\'s, and nothing where nothing was spent', async () => {
    await spent('2026-11-14T16:00:00Z', 1n);
    const other = await clients.user('insurance', 'tenant_admin');
    expect((await other.get('/v1/spending')).body).toMatchObject({ day_spent_micro: '0', month_spent_micro: '0', reserved_micro: '0' });
    expect((await (await clients.user('pharma', 'supervisor')).get('/v1/spending')).status).toBe(403);
  });
});
