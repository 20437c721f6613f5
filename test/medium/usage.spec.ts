import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { Outbox } from '../../src/platform/events/outbox';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import {
  administratorToken, ask, book, handleEvents, inboundLeg, outboundLegs, tenantIdOf, timeMachine,
} from '../factories/books';

interface UsageJson {
  id: string;
  source_id: string;
  call_id: string;
  kind: string;
  number: string;
  seconds: number;
  billed_seconds: number;
  amount_micro: string;
  tariff_id: string | null;
  priced_as: string | null;
  rate_prefix: string | null;
  problem: string | null;
  invoice_id: string | null;
  steps: object[];
}

interface PageJson {
  data: UsageJson[];
  has_more: boolean;
}

let api: TestApi;
let database: ProviderDatabase;
let pharma: string;
let insurance: string;
let token: Record<'pharma' | 'insurance', string>;

beforeAll(async () => {
  api = await startTestApi();
  database = api.app.get(ProviderDatabase);
  timeMachine(api.app)('2026-10-05T02:00:00Z');
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  [pharma, insurance] = [await tenantIdOf(api.app, 'pharma'), await tenantIdOf(api.app, 'insurance')];
  token = {
    pharma: await administratorToken(api.app, 'pharma'),
    insurance: await administratorToken(api.app, 'insurance'),
  };
});
afterAll(() => api.stop());
afterEach(async () => void (await database.sql('DELETE FROM usage_records')));

async function list(query = '', who: 'pharma' | 'insurance' = 'pharma'): Promise<UsageJson[]> {
  const { status, body } = await ask<PageJson>(api, token[who], `/v1/usage${query}`);
  expect(status).toBe(200);
  return body.data;
}

/** A version of pharma's tariff that has only these rates. */
async function addTariff(id: string, validFrom: string, rates: object[]): Promise<void> {
  await database.sql(
    `INSERT INTO tariffs (tenant_id, id, created_at, valid_from, currency, platform_fee_micro, seat_lease_micro,
       number_rental_micro, rates) VALUES (?, ?, NOW(3), ?, 'CNY', 0, 0, 0, ?)`,
    [pharma, id, validFrom, JSON.stringify(rates)],
  );
}

/** Has the events that make a call's usage come once more. */
async function repeatEvents(callId: string): Promise<void> {
  const again = () => api.app.get(Outbox).add('call.settled', { callId }, { callId });
  await tenantContext.open({ tenantId: pharma }, () => database.transaction(again));
  await handleEvents(api.app);
}

it('rates a call by its trunk leg, and shows the arithmetic', async () => {
  await book(api.app, inboundLeg(pharma, '2026-10-05T10:00:00+08:00', 61));
  // pharma pays 0.15 a minute begun: 61 s bill 120 s, 0.30
  expect(await list()).toMatchObject([{
    kind: 'inbound', number: '4008001001', seconds: 61, billed_seconds: 120, amount_micro: '300000', currency: 'CNY',
    priced_as: 'inbound', rate_prefix: '', problem: null, invoice_id: null,
    steps: [{
      step: 'duration', from_second: 0, seconds: 61, increment_seconds: 60, billed_seconds: 120, price_micro: '150000',
      unit_seconds: 60,
    }],
  }]);
});

it('rates an outbound call by the far leg alone, connect fee first', async () => {
  await book(api.app, ...outboundLegs(pharma, '2026-10-05T10:00:00+08:00', 10, '+442079460000'));
  // the rate for everywhere else: 0.50 and 3.00 a minute begun
  expect(await list()).toMatchObject([{
    kind: 'outbound', number: '+442079460000', amount_micro: '3500000', rate_prefix: '',
    steps: [{ step: 'connect-fee', fee_micro: '500000' }, { step: 'duration', billed_seconds: 60 }],
  }]);
});

it('costs nothing when nobody answered', async () => {
  await book(api.app, inboundLeg(pharma, '2026-10-05T10:00:00+08:00', 0, { answeredAt: null }));
  expect(await list()).toEqual([]);
});

it('rates a call once, however often its events come, also at the same moment', async () => {
  await book(api.app, inboundLeg(pharma, '2026-10-05T10:00:00+08:00', 61));
  const before = await list();
  await repeatEvents(before[0]!.call_id);
  await Promise.all([1, 2, 3, 4].map(() => repeatEvents(before[0]!.call_id)));
  expect(before).toHaveLength(1);
  expect(await list()).toEqual(before);
});

it('adds a leg whose CDR came late, and leaves what it had', async () => {
  const caller = inboundLeg(pharma, '2026-10-05T10:00:00+08:00', 90);
  await book(api.app, caller);
  const [first] = await list();
  const onward = inboundLeg(pharma, '2026-10-05T10:00:30+08:00', 60, {
    callUuid: caller.uuid, direction: 'outbound', purpose: 'outbound', to: '+8613800138001',
  });
  await book(api.app, onward);
  const [late, same] = await list();
  expect(same).toEqual(first);
  // a transfer is priced as the outbound call it is where the tariff has no rate of its own for it: 0.25
  expect(late).toMatchObject({ kind: 'transfer', priced_as: 'outbound', rate_prefix: '+86', amount_micro: '250000' });
  expect(late?.call_id).toBe(first?.call_id);
});

it("takes the version of the tariff that is in force on the call's own day", async () => {
  const dearer = [{
    direction: 'inbound', prefix: '', connectFee: '0', price: '9', unit: 60, increment: 60, fromSecond: 0,
  }];
  await addTariff('tar_0000000000000000000000NEXT', '2026-11-01', dearer);
  await book(
    api.app,
    inboundLeg(pharma, '2026-10-31T23:59:59+08:00', 60),
    inboundLeg(pharma, '2026-11-01T00:00:00+08:00', 60),
  );
  const amounts = (await list()).map(({ amount_micro }) => amount_micro);
  expect(amounts.sort()).toEqual(['150000', '9000000']);
  expect(await list('?period=2026-10')).toMatchObject([{ amount_micro: '150000' }]);
  expect(await list('?period=2026-11')).toMatchObject([{ amount_micro: '9000000' }]);
  await database.sql("DELETE FROM usage_records WHERE tariff_id = 'tar_0000000000000000000000NEXT'");
  await database.sql("DELETE FROM tariffs WHERE id = 'tar_0000000000000000000000NEXT'");
});

it('keeps what it cannot rate, says why, and rates it when asked again once there is a rate', async () => {
  await book(api.app, ...outboundLegs(insurance, '2026-10-05T10:00:00+08:00', 10, '+442079460000'));
  const [refused] = await list('', 'insurance');
  expect(refused).toMatchObject({ amount_micro: '0', priced_as: null, steps: [] });
  expect(refused?.problem).toMatch(/has no outbound row for the number/);

  await book(api.app, inboundLeg(pharma, '2026-09-30T23:59:59+08:00', 60));
  const [early] = await list();
  expect(early).toMatchObject({ tariff_id: null });
  expect(early?.problem).toContain('no tariff was in force');
  const cheap = [{
    direction: 'inbound', prefix: '', connectFee: '0', price: '0.1', unit: 60, increment: 60, fromSecond: 0,
  }];
  await addTariff('tar_000000000000000000000EARLY', '2026-09-01', cheap);
  await repeatEvents(early!.call_id);
  expect(await list()).toMatchObject([{ id: early?.id, problem: null, amount_micro: '100000' }]);
});

it('is filtered by month, kind and call, and paged', async () => {
  await book(
    api.app,
    inboundLeg(pharma, '2026-10-05T10:00:00+08:00', 5),
    inboundLeg(pharma, '2026-11-01T00:00:00+08:00', 6),
    ...outboundLegs(pharma, '2026-10-31T23:59:59+08:00', 7, '+8613800138001'),
  );
  const seconds = async (query: string) => (await list(query)).map((one) => one.seconds).sort();
  expect(await seconds('')).toEqual([5, 6, 7]);
  expect(await seconds('?period=2026-10')).toEqual([5, 7]);
  expect(await seconds('?period=2026-10&kind=outbound')).toEqual([7]);
  const [some] = await list('?kind=outbound');
  expect(await seconds(`?call_id=${some?.call_id}`)).toEqual([7]);
  const first = await ask<PageJson>(api, token.pharma, '/v1/usage?limit=2');
  expect(first.body.has_more).toBe(true);
  const rest = await ask<PageJson>(api, token.pharma, `/v1/usage?limit=2&after=${first.body.data[1]?.id}`);
  expect(rest.body.has_more).toBe(false);
  expect([...first.body.data, ...rest.body.data].map((one) => one.seconds).sort()).toEqual([5, 6, 7]);
});

it('shows a tenant its own alone', async () => {
  await book(
    api.app,
    inboundLeg(pharma, '2026-10-05T10:00:00+08:00', 5),
    inboundLeg(insurance, '2026-10-05T10:00:00+08:00', 6, { to: '4008002002' }),
  );
  expect((await list('', 'pharma')).map((one) => one.number)).toEqual(['4008001001']);
  const [own] = await list('', 'insurance');
  expect(own?.number).toBe('4008002002');
  expect(await list(`?call_id=${own?.call_id}`, 'pharma')).toEqual([]);
});

it.each([
  ['?period=2026-13', '/period'],
  ['?period=9999-12', '/period'],
  ['?period=october', '/period'],
  ['?kind=sideways', '/kind'],
  ['?call_id=1', '/call_id'],
  ['?limit=0', '/limit'],
])('refuses %s and names it', async (query, pointer) => {
  const { status, body } = await ask<{ errors: { pointer: string }[] }>(api, token.pharma, `/v1/usage${query}`);
  expect([status, body.errors[0]?.pointer]).toEqual([422, pointer]);
});

it('shows the tariff with its versions, and the contract', async () => {
  const tariff = await ask<{ current: object; versions: object[] }>(api, token.insurance, '/v1/tariff');
  expect(tariff.body.current).toMatchObject({
    valid_from: '2026-10-01', currency: 'CNY', seat_monthly_micro: '320000000', number_monthly_micro: '120000000',
    platform_monthly_micro: '2000000000',
  });
  expect(tariff.body.versions).toEqual([tariff.body.current]);
  expect(tariff.body.current).toHaveProperty('rates.4', {
    direction: 'outbound', prefix: '+86', connect_fee_micro: '50000', price_micro: '220000', unit_seconds: 60,
    increment_seconds: 60, from_second: 0, band: null,
  });
  expect(tariff.body.current).toMatchObject({
    bands: [{ name: 'night', holidays: true, days: [{ day: 'mon', spans: [{ open: '21:00', close: '07:00' }] }, {}, {}, {}, {}, {}, {}] }],
    holidays: ['2026-10-01', '2026-10-02', '2026-10-03', '2027-01-01'],
  });
  expect(await ask(api, token.insurance, '/v1/contract')).toMatchObject({
    status: 200,
    body: { valid_from: '2026-01-01', formula: 'B', answer_seconds: 15, short_abandon_seconds: 5, target: 85 },
  });
});
