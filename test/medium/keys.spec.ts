import { randomBytes } from 'node:crypto';
import { keys } from '../../scripts/keys';
import { rejectedCdrs } from '../../scripts/rejected-cdrs';
import { AuditChains } from '../../src/platform/audit/audit-chains';
import { AuditVerifier } from '../../src/platform/audit/audit-verifier';
import { readConfig } from '../../src/platform/config/config';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { ReportsDatabase } from '../../src/platform/database/reports-database';
import { MasterKeys } from '../../src/platform/encryption/master-keys';
import { TenantKeys } from '../../src/platform/encryption/tenant-keys';
import { Clock } from '../../src/platform/clock/clock';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { tenantIdOf } from '../factories/books';
import { postCdr } from '../factories/switch';

const NEXT = randomBytes(32).toString('base64');

let api: TestApi;
let tenantId: string;
let otherId: string;
const said: string[] = [];

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  [tenantId, otherId] = [await tenantIdOf(api.app, 'pharma'), await tenantIdOf(api.app, 'insurance')];
});
afterAll(() => api.stop());
beforeEach(() => void said.splice(0));

const run = (args: string[], environment: Record<string, string> = {}) =>
  keys(args, { ...api.environment, ...environment }, (line) => said.push(line), (line) => said.push(line));

/** The keys as a process knows them that was started with these master keys. */
function keysUnder(environment: Record<string, string>): TenantKeys {
  const config = readConfig({ ...api.environment, ...environment });
  return new TenantKeys(api.app.get(ProviderDatabase), new MasterKeys(config), api.app.get(Clock));
}

const forTenant = <T>(work: () => Promise<T>, id = tenantId) => tenantContext.open({ tenantId: id }, work);
const old = () => api.environment['MASTER_KEY'] ?? '';

async function noted(chain: string, objectType: string): Promise<[string, unknown][]> {
  const rows = await api.app.get(ProviderDatabase).sql<{ action: string; detail: string }>(
    'SELECT action, detail FROM audit_entries WHERE tenant_id = ? AND object_type = ? ORDER BY seq',
    [chain, objectType],
  );
  return rows.map(({ action, detail }) => [action, JSON.parse(detail)]);
}

it('rotates the master key while both versions of it are in use', async () => {
  const before = await forTenant(() => keysUnder({}).current());
  await forTenant(() => keysUnder({}).current(), otherId);
  const both = { MASTER_KEY: NEXT, MASTER_KEY_PREVIOUS: old() };
  expect(await forTenant(() => keysUnder(both).current())).toEqual(before);
  await expect(forTenant(() => keysUnder({ MASTER_KEY: NEXT }).current())).rejects.toThrow(/MASTER_KEY_PREVIOUS/);
  await postCdr(api, 'no CDR: 13800138001');
  expect([await run(['rotate-master'], both), said]).toEqual([0, ['2 keys wrapped anew, 0 secrets and 1 rejected CDRs; 3 audit logs sealed anew']]);
  expect(await forTenant(() => keysUnder({ MASTER_KEY: NEXT }).current())).toEqual(before);
  await expect(forTenant(() => keysUnder({}).current())).rejects.toThrow(/MASTER_KEY_PREVIOUS/);
  expect([await run(['rotate-master'], both), said.at(-1)]).toEqual([0, '0 keys wrapped anew, 0 secrets and 0 rejected CDRs; 0 audit logs sealed anew']);
  // what changed nothing is no event
  expect(await noted('provider', 'master_keys')).toEqual([['rotated', { keys: 2, secrets: 0, cdrs: 1, chains: 3 }]]);
});

it('shows who asks the CDRs that were kept aside, sealed by whichever key', async () => {
  const lines: string[] = [];
  const show = (environment: object) => rejectedCdrs({ ...api.environment, ...environment }, (line) => lines.push(line), (line) => said.push(line));
  expect([await show({ MASTER_KEY: NEXT }), said]).toEqual([0, []]);
  expect(lines.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ reason: 'not JSON', body: 'no CDR: 13800138001' })]);
  expect([await show({}), said.join()]).toEqual([1, expect.stringContaining('MASTER_KEY_PREVIOUS')]);
});

it('seals the audit logs anew, but for one whose end somebody else has written', async () => {
  const next = randomBytes(32).toString('base64');
  const both = { MASTER_KEY: next, MASTER_KEY_PREVIOUS: NEXT };
  const problems = async (id: string) => {
    const chains = new AuditChains(readConfig({ ...api.environment, MASTER_KEY: next }), api.app.get(Clock));
    return (await new AuditVerifier(api.app.get(ReportsDatabase), chains).verify(id)).problems.map(({ problem }) => problem);
  };
  const unsealed = [expect.stringContaining('under another MASTER_KEY')];
  expect([await problems(tenantId), await problems(otherId)]).toEqual([unsealed, unsealed]);
  await api.app.get(ProviderDatabase).sql("UPDATE audit_heads SET seal = REVERSE(seal) WHERE tenant_id = ?", [otherId]);
  expect([await run(['rotate-master'], both), said.at(-1)]).toEqual([0, expect.stringContaining('2 audit logs sealed anew')]);
  expect([await problems(tenantId), await problems(otherId)]).toEqual([[], unsealed]);
  // back, for the tests that follow
  await run(['rotate-master'], { MASTER_KEY: NEXT, MASTER_KEY_PREVIOUS: next });
});

it("rotates and destroys one tenant's key and no other's", async () => {
  const now = { MASTER_KEY: NEXT };
  const theirs = await forTenant(() => keysUnder(now).current(), otherId);
  const first = await forTenant(() => keysUnder(now).current());
  expect([await run(['rotate', 'pharma'], now), said]).toEqual([0, ['pharma: key 2 seals from now on']]);
  expect(await forTenant(() => keysUnder(now).ofVersion(1))).toEqual(first.secret);
  expect((await forTenant(() => keysUnder(now).current())).version).toBe(2);
  expect([await run(['destroy', 'pharma'], now), await forTenant(() => keysUnder(now).ofVersion(1))]).toEqual([1, first.secret]);
  expect([await run(['destroy', 'pharma', '--yes'], now), said.at(-1)]).toEqual([0, 'pharma: 2 keys destroyed']);
  for (const version of [1, 2]) expect(await forTenant(() => keysUnder(now).ofVersion(version))).toBeNull();
  expect((await forTenant(() => keysUnder(now).current())).version).toBe(3);
  expect(await forTenant(() => keysUnder(now).current(), otherId)).toEqual(theirs);
  expect(await noted(tenantId, 'tenant_keys')).toEqual([['rotated', { version: 2 }], ['destroyed', { version: 1 }], ['destroyed', { version: 2 }]]);
  expect(await noted(otherId, 'tenant_keys')).toEqual([]);
});

it.each([
  [[], /usage/],
  [['rotate'], /usage/],
  [['rotate-master', 'pharma'], /usage/],
  [['toString'], /usage/],
  [['destroy', 'pharma', '--now'], /usage/],
  [['rotate', 'nobody'], /There is no tenant "nobody"/],
])('refuses %p', async (args, words) => {
  expect([await run(args), said.join()]).toEqual([1, expect.stringMatching(words)]);
});
