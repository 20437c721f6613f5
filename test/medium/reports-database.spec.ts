import { ReportsDatabase } from '../../src/platform/database/reports-database';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';

let api: TestApi;
let reports: ReportsDatabase;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  reports = api.app.get(ReportsDatabase);
});
afterAll(() => api.stop());

it('reads over all tenants', async () => {
  const rows = await reports.sql<{ slug: string }>(
    'SELECT t.slug FROM tenants t JOIN seats s ON s.tenant_id = t.id GROUP BY t.slug ORDER BY t.slug',
  );
  expect(rows.map(({ slug }) => slug)).toEqual(['insurance', 'pharma']);
});

it('reads what a table with credentials holds beside them', async () => {
  expect((await reports.sql('SELECT email, role FROM users')).length).toBeGreaterThan(2);
});

it.each([
  'SELECT password_hash FROM users',
  'SELECT a1_hash FROM seats',
  'SELECT secret_hash FROM api_keys',
  'SELECT * FROM staff',
  "UPDATE tenants SET name = 'x'",
  'DELETE FROM calls',
  "INSERT INTO tenant_revisions VALUES ('x', 1)",
  "SELECT tenant_ticket('ten_00000000000000000000000000')",
  'CREATE TABLE mine (id INT)',
])('may not: %s', async (statement) => {
  await expect(reports.sql(statement)).rejects.toThrow(/denied/);
});
