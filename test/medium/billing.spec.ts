import { billing } from '../../scripts/billing';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { testDatabase } from '../setup/database';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  // as if they had been applied long ago, so that a month that is over can be closed
  const database = api.app.get(ProviderDatabase);
  for (const table of ['tenants', 'seats', 'numbers']) {
    await database.sql(`UPDATE ${table} SET created_at = '2026-01-10 04:00'`);
  }
  for (const table of ['platform_leases', 'seats', 'numbers']) {
    await database.sql(`UPDATE ${table} SET leased_from = '2026-01-10 04:00'`);
  }
  await database.sql("UPDATE tariffs SET valid_from = '2026-01-01'");
});
afterAll(() => api.stop());

async function run(...args: string[]): Promise<{ code: number; output: string; warnings: string }> {
  const output: string[] = [];
  const warnings: string[] = [];
  const { DATABASE_URL, REDIS_URL, MASTER_KEY } = api.environment;
  const code = await billing(
    args, { DATABASE_URL, REDIS_URL, MASTER_KEY }, (line) => output.push(line), (line) => warnings.push(line),
  );
  return { code, output: output.join('\n'), warnings: warnings.join('\n') };
}

it('closes a month for all tenants and prints a row for each, twice the same', async () => {
  // insurance: 2000 + 320 × 6 less 5 % + 120 × 2 + circuits 2 × 500 + minutes 75 = 5139, and 6 % on it; pharma: 3000 + 280 × 10 + 100 × 4
  const expected = [
    /^tenant +lines +total  state +number$/,
    /^insurance +7 +5447\.34 CNY  finalized  INSURANCE-\d{4}-000001$/,
    /^pharma +3 +6200\.00 CNY  finalized  PHARMA-\d{4}-000001$/,
  ];
  const first = await run('close', '2026-02');
  expect([first.code, first.warnings]).toEqual([0, '']);
  const lines = first.output.split('\n');
  expect(lines).toHaveLength(expected.length);
  lines.forEach((line, at) => expect(line).toMatch(expected[at]!));
  expect(await run('close', '2026-02')).toEqual(first);
});

it('closes a month for one tenant, by its short name', async () => {
  const { code, output } = await run('close', '2026-01', '--tenant', 'pharma');
  // from the 10th on 22 of 31 days: 6200 × 22/31
  expect([code, output.split('\n')[1]]).toEqual([0, expect.stringMatching(/^pharma +3  4400\.00 CNY  finalized/)]);
  expect(output).not.toContain('insurance');
});

it('says that there is nothing to bill', async () => {
  const { code, output } = await run('close', '2025-12', '--tenant', 'pharma');
  expect(code).toBe(0);
  expect(output).toMatch(/pharma +- +- +nothing +nothing was leased or used in 2025-12/);
});

it.each([
  [['close', '2026-13'], 'period "2026-13": must be a month written YYYY-MM'],
  [['close'], 'period "": must be a month written YYYY-MM'],
  [['close', '9999-11'], 'period must not lie in the future: 9999-11 has not begun'],
  [['close', '2026-02', '--tenant', 'nobody'], 'There is no tenant "nobody".'],
  [['close', '2026-02', '--tennant', 'pharma'], "Unknown option '--tennant'"],
  [['open', '2026-02'], 'usage: npm run billing -- close YYYY-MM [--tenant NAME]'],
  [[], 'usage: npm run billing -- close YYYY-MM [--tenant NAME]'],
])('refuses %j and says why', async (args, why) => {
  const { code, output, warnings } = await run(...args);
  expect([code, output]).toEqual([1, '']);
  expect(warnings).toContain(why);
});

it('names a server that does not serve us', async () => {
  const warnings: string[] = [];
  const wrong = { ...api.environment, DATABASE_URL: api.environment['DATABASE_URL']!.replace(/:[^:@/]+@/, ':wrong@') };
  const code = await billing(['close', '2026-02'], wrong, () => undefined, (line) => warnings.push(line));
  expect([code, warnings.join()]).toEqual([1, expect.stringMatching(/^DATABASE_URL: .*denied/)]);
});

it('says so when the database is empty', async () => {
  const empty = await testDatabase();
  const warnings: string[] = [];
  const environment = { ...api.environment, DATABASE_URL: empty.url };
  const code = await billing(['close', '2026-02'], environment, () => undefined, (line) => warnings.push(line));
  expect([code, warnings.join()]).toEqual([1, expect.stringMatching(/^The database is empty or older .* migrate it first/)]);
  await empty.drop();
});
