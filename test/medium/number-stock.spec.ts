import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations/migrations';
import { NumberStock1700000000048 } from '../../migrations/0048-number-stock';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { connectionOptions } from '../../src/platform/database/connection-options';
import { migrate } from '../../src/platform/database/migrate';
import { newId } from '../../src/platform/database/ids';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients, type Wire } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';
import { testDatabase } from '../setup/database';

let api: TestApi;
let manager: ApiClient;
let pharma: ApiClient;
let insurance: ApiClient;
let ids: Record<'pharma' | 'insurance', string>;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  manager = await clients.staff('account_manager');
  pharma = await clients.user('pharma', 'tenant_admin');
  insurance = await clients.user('insurance', 'tenant_admin');
  ids = { pharma: await tenantIdOf(api.app, 'pharma'), insurance: await tenantIdOf(api.app, 'insurance') };
});
afterAll(() => api.stop());

const add = (numbers: string[], heldFor: string | null = null) => manager.post('/v1/number-stock', { numbers, held_for: heldFor });
const listed = async (query: string): Promise<Wire[]> => (await manager.get(`/v1/number-stock?limit=100&${query}`)).body.data;
const stocked = async (number: string): Promise<Wire> => (await listed(`prefix=${encodeURIComponent(number)}`))[0]!;
const available = async (client: ApiClient, digits: string) =>
  (await client.get(`/v1/available-numbers?digits=${digits}`)).body.data.map(({ number }) => number);

async function lease(client: ApiClient, number: string): Promise<Answer> {
  const { id } = (await client.get('/v1/queues')).body.data[0]!;
  return client.post('/v1/numbers', { number, queue_id: id });
}

const outcome = ({ status, body }: Answer) => [status, body.code, body['detail']];
const refusal = (number: string) => [
  409, 'number_unavailable', `The number ${number} cannot be leased: it is not among those available to you.`,
];
const giveUp = async (client: ApiClient, { body, etag }: Answer) =>
  (await client.delete(`/v1/numbers/${body.id}`, undefined, { 'if-match': etag })).status;

describe('the stock', () => {
  it('takes in numbers and ranges, and lists them in their order', async () => {
    const answer = await add(['+86 21 7001 0001..+86 21 7001 0003', '95701'], ids.pharma);
    expect([answer.status, answer.body]).toEqual([201, { count: 4 }]);
    for (const prefix of ['86217001', '%2B86217001']) {
      expect((await listed(`prefix=${prefix}`)).map(({ number }) => number)).toEqual(['+862170010001', '+862170010002', '+862170010003']);
    }
    expect(await stocked('95701')).toMatchObject({ state: 'held', held_for: ids.pharma, held_for_name: 'Drug maker' });
  });

  it('takes all or nothing, and names each entry that is wrong', async () => {
    const numbers = ['95711', '4008001001', 'call me', '95711', '95701..95702'];
    const answer = await add(numbers);
    expect(answer.status).toBe(422);
    const problems: [number, RegExp][] = [
      [1, /^is in the stock already: 4008001001$/],
      [2, /^must be an E\.164 number/],
      [3, /^is listed before: 95711$/],
      [4, /^is in the stock already: 95701$/],
    ];
    const told = problems.map(([entry, rule]) => ({ pointer: `/numbers/${entry}`, rule: expect.stringMatching(rule) as string }));
    expect(answer.body.errors).toEqual(told);
    const checked = await manager.post('/v1/number-stock/check', { numbers });
    expect([checked.status, checked.body.errors]).toEqual([422, told]);
    expect((await manager.post('/v1/number-stock/check', { numbers: ['95711', '95713..95715'] })).body).toEqual({ count: 4 });
    expect(await listed('prefix=95711')).toEqual([]);
    expect((await add(['95711'], newId('tenant'))).body.errors[0]?.pointer).toBe('/held_for');
  });

  it('is told once of two who add the same at the same moment', async () => {
    const answers = await Promise.all([add(['95712']), add(['95712'])]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([201, 201]);
    expect(await listed('prefix=95712')).toHaveLength(1);
  });

  it('is found by state and by whom it is held for', async () => {
    await add(['95721', '95722']);
    await lease(pharma, '95721');
    await manager.put(`/v1/number-stock/${(await stocked('95722')).id}/hold`, { tenant_id: ids.insurance });
    await add(['95723']);
    const states = await Promise.all(['free', 'held', 'leased'].map(async (state) => (await listed(`prefix=9572&state=${state}`)).map(({ number }) => number)));
    expect(states).toEqual([['95723'], ['95722'], ['95721']]);
    expect((await listed(`prefix=9572&held_for=${ids.pharma}`)).map(({ number, state }) => [number, state])).toEqual([['95721', 'leased']]);
    expect(await listed(`prefix=9572&held_for=${ids.pharma}&state=held`)).toEqual([]);
    expect(await listed(`held_for=${ids.pharma}&state=free`)).toEqual([]);
    const first = (await manager.get('/v1/number-stock?prefix=9572&limit=2')).body;
    const rest = (await manager.get(`/v1/number-stock?prefix=9572&limit=2&after=${first.data[1]!.id}`)).body;
    expect([first.has_more, rest.data.length, rest.has_more]).toEqual([true, 1, false]);
  });

  it('holds a number for one tenant at a time, and twice is once', async () => {
    await add(['95731']);
    const { id } = await stocked('95731');
    const hold = (tenant: string) => manager.put(`/v1/number-stock/${id}/hold`, { tenant_id: tenant });
    expect((await hold(ids.pharma)).body).toMatchObject({ held_for: ids.pharma, state: 'held' });
    expect((await hold(ids.pharma)).status).toBe(200);
    expect((await hold(ids.insurance)).body.code).toBe('conflict');
    expect((await hold(newId('tenant'))).body.errors[0]?.pointer).toBe('/tenant_id');
    for (const _ of [1, 2]) expect((await manager.delete(`/v1/number-stock/${id}/hold`)).body).toMatchObject({ held_for: null, state: 'free' });
    expect((await hold(ids.insurance)).status).toBe(200);
    expect((await manager.delete(`/v1/number-stock/${id}`)).status).toBe(204);
    expect((await manager.delete(`/v1/number-stock/${id}`)).status).toBe(404);
  });

  it('keeps a number that is leased, and its hold', async () => {
    await add(['95732']);
    const leased = await lease(pharma, '95732');
    const { id } = await stocked('95732');
    expect((await manager.delete(`/v1/number-stock/${id}`)).body.code).toBe('conflict');
    expect((await manager.delete(`/v1/number-stock/${id}/hold`)).body.code).toBe('conflict');
    expect((await manager.put(`/v1/number-stock/${id}/hold`, { tenant_id: ids.insurance })).body.code).toBe('conflict');
    expect(await giveUp(pharma, leased)).toBe(204);
    expect((await manager.delete(`/v1/number-stock/${id}`)).status).toBe(204);
  });

  it('loses no number to a lease that begins as it is taken out', async () => {
    await add(['+862170030000..+862170030009']);
    const rows = await listed('prefix=8621700300');
    for (const { id, number } of rows) {
      const [taken, leased] = await Promise.all([manager.delete(`/v1/number-stock/${id}`), lease(pharma, String(number))]);
      expect([[204, 409], [409, 201]]).toContainEqual([taken.status, leased.status]);
    }
  });

  it('stands in the log of the provider, by whom', async () => {
    await add(['95741']);
    const [entry] = await api.app.get(ProviderDatabase).sql<{ actor: string; action: string; object: string }>(
      "SELECT actor_name AS actor, action, object_id AS object FROM audit_entries WHERE tenant_id = 'provider' AND object_type = 'number_stock' ORDER BY seq DESC LIMIT 1",
    );
    expect(entry).toEqual({ actor: 'account_manager@seatline.test', action: 'created', object: (await stocked('95741')).id });
  });

  it('lets no lease stand without it, whatever the program does', async () => {
    const database = api.app.get(ProviderDatabase);
    const [number] = await database.sql<{ number: string }>('SELECT number FROM numbers WHERE leased_until IS NULL LIMIT 1');
    await expect(database.sql('DELETE FROM number_stock WHERE number = ?', [number!.number])).rejects.toThrow(/numbers_stocked/);
    await expect(database.sql("UPDATE numbers SET number = '95999' WHERE number = ?", [number!.number])).rejects.toThrow(/numbers_stocked/);
  });
});

describe('a tenant', () => {
  beforeAll(() => add(['95801', '95802', '95803', '95804', '95805', '95806']));

  it('sees and leases what is free or kept for it, and nothing else', async () => {
    await manager.put(`/v1/number-stock/${(await stocked('95802')).id}/hold`, { tenant_id: ids.pharma });
    await manager.put(`/v1/number-stock/${(await stocked('95803')).id}/hold`, { tenant_id: ids.insurance });
    expect((await lease(insurance, '95801')).status).toBe(201);
    expect(await available(pharma, '9580')).toEqual(['95802', '95804', '95805', '95806']);
    expect(await available(insurance, '9580')).toEqual(['95803', '95804', '95805', '95806']);
    expect((await lease(pharma, '95802')).status).toBe(201);
    expect(await available(pharma, '9580')).toEqual(['95804', '95805', '95806']);
    const page = (await pharma.get('/v1/available-numbers?digits=9580&limit=2')).body;
    expect([page.data.length, page.has_more]).toEqual([2, true]);
  });

  it('is answered alike, and the number left alone, whatever stands against a lease', async () => {
    const theirs = await stocked('95803');
    const answers = await Promise.all(['95899', '95801', '95803', '95802'].map((number) => lease(pharma, number)));
    // in no stock, another's lease, another's hold, its own already
    expect(answers.map(outcome)).toEqual(['95899', '95801', '95803', '95802'].map(refusal));
    expect(await stocked('95803')).toEqual(theirs);
  });

  it('has back what it gave up, which nobody else gets', async () => {
    const leased = await lease(pharma, '95804');
    expect(await giveUp(pharma, leased)).toBe(204);
    expect(outcome(await lease(insurance, '95804'))).toEqual(refusal('95804'));
    expect(await available(insurance, '95804')).toEqual([]);
    expect((await lease(pharma, '95804')).status).toBe(201);
  });

  it('leaves the number free where the lease is refused for another reason', async () => {
    const answer = await pharma.post('/v1/numbers', { number: '95805', queue_id: newId('queue') });
    expect(answer.body.errors[0]?.pointer).toBe('/queue_id');
    expect((await stocked('95805'))['state']).toBe('free');
  });

  it('is the only one to get a number that two want at the same moment', async () => {
    await add(['+862170020000..+862170020009']);
    for (let last = 0; last < 10; last += 1) {
      const number = `+86217002000${last}`;
      const answers = await Promise.all([lease(pharma, number), lease(insurance, number)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('number_unavailable');
    }
  });

  it('gets it once, clicked twice at the same moment', async () => {
    const answers = await Promise.all([lease(pharma, '95806'), lease(pharma, '95806')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    ['/v1/available-numbers', 403],
    ['/v1/number-stock', 403],
  ])("'s viewer is not told by %s", async (path, status) => {
    const viewer = await new ApiClients(api).user('pharma', 'viewer');
    expect((await viewer.get(path)).status).toBe(status);
  });

  it('may not put anything into the stock', async () => {
    expect((await pharma.post('/v1/number-stock', { numbers: ['95900'], held_for: null })).status).toBe(403);
    expect((await pharma.get('/v1/number-stock')).status).toBe(403);
  });
});

describe('a tenant file', () => {
  const text = readFileSync(join(__dirname, '../../tenants/emergency-hotline.yaml'), 'utf8');
  const apply = (file: string) => manager.put('/v1/tenants/file', { file });
  const plan = (file: string) => manager.post('/v1/tenants/plan', { file });
  const removeHotline = () => api.app.get(TenantFilesService).remove('emergency-hotline');

  it('takes its numbers in, held for its tenant', async () => {
    expect(await listed('prefix=4008003003')).toEqual([]);
    expect((await apply(text)).status).toBe(200);
    const hotline = await tenantIdOf(api.app, 'emergency-hotline');
    expect(await stocked('4008003003')).toMatchObject({ state: 'leased', held_for: hotline });
    expect((await apply(text)).body).toMatchObject({ changes: [] });
  });

  it.each([
    ['leased by', '4008001001'],
    ['held for', '95951'],
  ])('is refused for a number %s another', async (_, number) => {
    if (number === '95951') await add(['95951'], ids.insurance);
    const greedy = text.replace('4008003003', number);
    const before = await stocked(number);
    for (const answer of [await plan(greedy), await apply(greedy)]) {
      expect(outcome(answer)).toEqual([409, 'number_taken', `The number ${number} belongs to another tenant.`]);
    }
    expect(await stocked(number)).toEqual(before);
  });

  it('takes what is free or held for its tenant, and keeps what it no longer names held', async () => {
    await add(['95961']);
    expect((await apply(text.replace('4008003003', '95961'))).status).toBe(200);
    const hotline = await tenantIdOf(api.app, 'emergency-hotline');
    expect(await stocked('95961')).toMatchObject({ state: 'leased', held_for: hotline });
    expect(await stocked('4008003003')).toMatchObject({ state: 'held', held_for: hotline });
    expect((await apply(text)).status).toBe(200);
    expect(await stocked('4008003003')).toMatchObject({ state: 'leased', held_for: hotline });
  });

  it("keeps a removed tenant's numbers from whoever asks first, but not from another file", async () => {
    await removeHotline();
    expect(await stocked('4008003003')).toMatchObject({ state: 'held', held_for_name: expect.any(String) as string });
    expect(outcome(await lease(pharma, '4008003003'))).toEqual(refusal('4008003003'));
    const heir = text.replace('tenant: emergency-hotline', 'tenant: heir').replace('domain: hotline.', 'domain: heir.');
    expect((await apply(heir)).status).toBe(200);
    expect(await stocked('4008003003')).toMatchObject({ state: 'leased', held_for: await tenantIdOf(api.app, 'heir') });
    expect(outcome(await apply(text))[1]).toBe('number_taken');
  });
});

it('begins with what is leased, held for its tenants', async () => {
  const database = await testDatabase();
  try {
    await migrate(database.url, MIGRATIONS.filter((each) => each !== NumberStock1700000000048));
    const source = await new DataSource(connectionOptions(database.url, [])).initialize();
    try {
      const [tenant, living, ended] = [newId('tenant'), newId('number'), newId('number')];
      await source.query(
        `INSERT INTO tenants (id, slug, name, domain, timezone, currency, locale, concurrent_calls, seat_limit, created_at)
         VALUES (?, 'old', 'Old', 'old.seatline.test', 'UTC', 'CNY', 'en', 1, 1, NOW(3))`,
        [tenant],
      );
      const insert = `INSERT INTO numbers (tenant_id, id, number, leased_from, leased_until, version, created_at) VALUES (?, ?, ?, '2026-01-02', ?, 1, NOW(3))`;
      await source.query(insert, [tenant, living, '95001', null]);
      await source.query(insert, [tenant, ended, '95002', '2026-02-01']);
      await migrate(database.url, MIGRATIONS);
      const stock = await source.query('SELECT number, held_for AS heldFor FROM number_stock');
      expect(stock).toEqual([{ number: '95001', heldFor: tenant }]);
    } finally {
      await source.destroy();
    }
  } finally {
    await database.drop();
  }
});
