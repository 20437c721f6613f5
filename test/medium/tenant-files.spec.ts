import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportTenant } from '../../src/features/tenants/domain/tenant-export';
import { readTenantFile } from '../../src/features/tenants/domain/tenant-file';
import type { TenantSpec } from '../../src/features/tenants/domain/tenant-spec';
import { IvrScriptsRepository } from '../../src/features/ivr-scripts/ivr-scripts.repository';
import { TenantsRepository } from '../../src/features/tenants/tenants.repository';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { startTestApi, type TestApi } from '../factories/api';

function scriptsOf({ app }: TestApi) {
  const repository = app.get(IvrScriptsRepository, { strict: false });
  return {
    repository,
    inside: async <T>(work: () => Promise<T>): Promise<T> => {
      const tenant = await app.get(TenantsRepository, { strict: false }).findBySlug('pharma');
      return tenantContext.open({ tenantId: tenant!.id }, work);
    },
  };
}

function specOf(name: string): TenantSpec {
  const reading = readTenantFile(readFileSync(join(__dirname, '../../tenants', `${name}.yaml`), 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.spec;
}

let api: TestApi;
let files: TenantFilesService;

beforeAll(async () => {
  api = await startTestApi();
  files = api.app.get(TenantFilesService);
});
afterAll(() => api.stop());

describe.each(['pharma', 'insurance', 'emergency-hotline'])('the tenant file %s', (name) => {
  const spec = specOf(name);

  it('is applied, and the second time changes nothing', async () => {
    expect((await files.apply(spec)).changes.length).toBeGreaterThan(0);
    expect((await files.apply(spec)).changes).toEqual([]);
  });

  it('comes back as it was written', async () => {
    const read = await files.read(spec.tenant);
    expect(read).toEqual(spec);
    expect(readTenantFile(exportTenant(read!))).toEqual({ ok: true, spec });
  });
});

it('changes, removes and adds again', async () => {
  const spec = specOf('pharma');
  const fewer: TenantSpec = {
    ...spec,
    numbers: spec.numbers.slice(1),
    seats: spec.seats.slice(0, -1),
    agents: spec.agents.slice(1).filter((agent) => agent.seat !== spec.seats.at(-1)?.extension),
    queues: spec.queues.map((queue) => ({ ...queue, maxWaitTime: 7, tiers: queue.tiers.slice(1) })),
  };
  const known = new Set(fewer.agents.map((agent) => agent.number));
  fewer.queues = fewer.queues.map((queue) => ({ ...queue, tiers: queue.tiers.filter((tier) => known.has(tier.agent)) }));
  await files.apply(fewer);
  expect(await files.read('pharma')).toEqual(fewer);
  await files.apply(spec);
  expect(await files.read('pharma')).toEqual(spec);
});

it('publishes scripts anew, leaves the work on a draft, and takes away what the file leaves out', async () => {
  const spec = specOf('pharma');
  const { repository, inside } = scriptsOf(api);
  const [line] = spec.ivrScripts!;
  const fallback = (queue: string): TenantSpec => ({ ...spec, ivrScripts: [{ ...line!, document: { ...line!.document, fallback: queue } }] });
  const changes = (await files.apply(fallback('vip'))).changes;
  expect(changes.map(({ path }) => path)).toEqual(['ivr_scripts[health-line].fallback']);
  const published = await inside(() => repository.findByName('health-line'));
  expect(published).toMatchObject({ live: 2, draft: { fallback: 'vip' } });

  const work = { ...published!.draft, fallback: 'nobody-yet' };
  await inside(() => repository.save(published!.id, published!.version, { draft: work }));
  await files.apply(spec);
  expect(await inside(() => repository.findByName('health-line'))).toMatchObject({ live: 3, draft: { fallback: 'nobody-yet' } });
  expect(await files.read('pharma')).toEqual(spec);

  const { steps } = line!.document as { steps: Record<string, unknown> };
  const { thanks: _, solved: __, satisfaction: ___, ...fewer } = steps;
  const adviser = { ...(steps['adviser'] as object), after: undefined };
  const shorter = { ...spec, ivrScripts: [{ ...line!, document: { ...line!.document, steps: JSON.parse(JSON.stringify({ ...fewer, adviser })) as object } }] };
  const gone = (await files.apply(shorter)).changes.flatMap((change) => (change.kind === 'change' && change.after === null ? [change.field] : []));
  expect(gone.sort()).toEqual(['steps.satisfaction', 'steps.solved', 'steps.thanks']);

  await files.apply({ ...spec, ivrScripts: null });
  expect((await files.read('pharma'))?.ivrScripts).toHaveLength(1);
  await files.apply({ ...spec, ivrScripts: [] });
  expect((await files.read('pharma'))?.ivrScripts).toBeNull();
  await files.apply(spec);
  expect(await files.read('pharma')).toEqual(spec);
});

it("refuses another tenant's number and leaves everything as it was", async () => {
  const spec = specOf('pharma');
  const foreign = specOf('insurance').numbers[0]!.number;
  const greedy = { ...spec, name: 'Changed', numbers: [{ ...spec.numbers[0]!, number: foreign }, ...spec.numbers] };
  await expect(files.apply(greedy)).rejects.toMatchObject({ code: 'number_taken' });
  expect(await files.read('pharma')).toEqual(spec);
});

it("refuses another tenant's SIP domain", async () => {
  const spec = { ...specOf('pharma'), tenant: 'stranger', numbers: [], domain: specOf('insurance').domain };
  await expect(files.apply(spec)).rejects.toMatchObject({ code: 'conflict' });
});

describe('what a tenant keeps for good', () => {
  const kept = specOf('pharma');
  const other = { ...kept, name: 'Changed', domain: 'elsewhere.seatline.test', currency: 'EUR' };
  const both =
    'A tenant keeps its domain and currency for good: ' +
    'domain: must stay pharma.seatline.test, not elsewhere.seatline.test; currency: must stay CNY, not EUR.';

  it('is refused to change, in the plan and when it is applied', async () => {
    await expect(files.plan(other)).rejects.toMatchObject({ code: 'conflict', detail: both });
    await expect(files.apply(other)).rejects.toMatchObject({ code: 'conflict', detail: both });
    const onlyDomain = { ...kept, domain: other.domain };
    await expect(files.plan(onlyDomain)).rejects.toMatchObject({ detail: expect.not.stringContaining('currency:') });
    expect(await files.read('pharma')).toEqual(kept);
  });

  it('is kept when it was removed too', async () => {
    await files.remove('pharma');
    await expect(files.plan(other)).rejects.toMatchObject({ code: 'conflict', detail: both });
    await expect(files.apply(other)).rejects.toMatchObject({ code: 'conflict', detail: both });
    expect(await files.read('pharma')).toBeNull();
    await files.apply(kept);
    expect(await files.read('pharma')).toEqual(kept);
  });
});

it('leases the platform from the first file to the removal, and anew when it is applied again', async () => {
  const spec = { ...specOf('insurance'), tenant: 'lessee', domain: 'lessee.seatline.test', numbers: [] };
  const leases = () =>
    api.app.get(ProviderDatabase).sql<{ running: string }>(
      `SELECT l.leased_until IS NULL AS running FROM platform_leases l JOIN tenants t ON t.id = l.tenant_id
       WHERE t.slug = 'lessee' ORDER BY l.id`,
    ).then((rows) => rows.map(({ running }) => Number(running) === 1));
  await files.apply(spec);
  await files.apply({ ...spec, name: 'Lessee' });
  expect(await leases()).toEqual([true]);
  await files.remove('lessee');
  expect(await leases()).toEqual([false]);
  await files.apply(spec);
  expect(await leases()).toEqual([false, true]);
});

it('removes a tenant, frees its numbers, and takes it back', async () => {
  const spec = specOf('insurance');
  await files.remove('insurance');
  expect(await files.read('insurance')).toBeNull();
  await expect(files.remove('insurance')).rejects.toMatchObject({ code: 'not_found' });
  await files.apply(spec);
  expect(await files.read('insurance')).toEqual(spec);
});

describe('what the API changes too', () => {
  const base = { ...specOf('pharma'), tenant: 'chooser', domain: 'chooser.seatline.test', numbers: specOf('pharma').numbers.slice(0, 2) };
  const numbers = base.numbers.map((number, at) => ({ ...number, number: `+86216009000${at}`, queue: 'care' }));
  const spec: TenantSpec = { ...base, numbers };
  const shown = (which: number): TenantSpec['seats'] => spec.seats.map((seat, at) => (at < 2 ? { ...seat, callerNumber: numbers[which]?.number ?? null } : seat));
  const row = async (statement: string) =>
    api.app.get(ProviderDatabase).sql<Record<string, unknown>>(`${statement} WHERE tenant_id = (SELECT id FROM tenants WHERE slug = 'chooser')`);

  it('says which numbers seats present', async () => {
    await files.apply({ ...spec, seats: shown(0) });
    expect((await files.read('chooser'))?.seats).toEqual(shown(0));
    const changed = await files.apply({ ...spec, seats: shown(1) });
    expect(changed.changes.map(({ kind, path }) => [kind, path])).toEqual([
      ['change', 'seats[1001].caller_number'],
      ['change', 'seats[1002].caller_number'],
    ]);
    expect((await files.read('chooser'))?.seats).toEqual(shown(1));
    expect((await files.apply({ ...spec, seats: shown(1) })).changes).toEqual([]);
    await files.apply(spec);
    expect((await files.read('chooser'))?.seats).toEqual(spec.seats);
    expect((await row('SELECT SUM(caller_number_id IS NOT NULL) AS chosen FROM seats'))[0]).toEqual({ chosen: '0' });
  });

  it('says how long personal data is kept, and leaves it where it says nothing', async () => {
    const terms = { recordingDays: 40, numberDays: 100 };
    expect((await files.plan({ ...spec, retention: terms })).changes).toMatchObject([{ kind: 'add', section: 'retention', after: { recording_days: 40, number_days: 100 } }]);
    await files.apply({ ...spec, retention: terms });
    expect(await row('SELECT recording_days, number_days, version FROM retention_policies')).toEqual([{ recording_days: 40, number_days: 100, version: 1 }]);
    for (const silent of [spec, { ...spec, name: 'Renamed' }]) {
      expect((await files.plan(silent)).changes.filter(({ section }) => section === 'retention')).toEqual([]);
      await files.apply(silent);
      expect((await files.read('chooser'))?.retention).toEqual(terms);
    }
    await files.apply({ ...spec, retention: { ...terms, recordingDays: 50 } });
    expect(await row('SELECT recording_days, number_days, version FROM retention_policies')).toEqual([{ recording_days: 50, number_days: 100, version: 2 }]);
  });
});
