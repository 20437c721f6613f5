import { StaffService } from '../../src/features/staff/staff.service';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { PASSWORD } from '../factories/api-client';

/** What strangers type, or phones dial, to name somebody: found as it is spelt and in no other way. */
const NAMES: [column: string, kept: string, ...alike: string[]][] = [
  ['tenants.slug', 'pharma', 'PHARMA', 'phärma', 'pharmà'],
  ['tenants.domain', 'pharma.seatline.test', 'Pharma.seatline.test', 'phärma.seatline.test'],
  ['users.email', 'admin@pharma.seatline.test', 'Admin@pharma.seatline.test', 'ädmin@pharma.seatline.test', 'admin@pharmä.seatline.test'],
  ['staff.email', 'finance@seatline.test', 'FINANCE@seatline.test', 'financé@seatline.test'],
  ['queues.name', 'care', 'Care', 'cäre'],
  ['seats.extension', '1001', '１００１', '١٠٠١'],
  ['agents.number', '1001', '１００１'],
  ['numbers.number', '4008001001', '4008001001x'],
];

let api: TestApi;
let sql: <T extends object>(statement: string, values?: unknown[]) => Promise<T[]>;

beforeAll(async () => {
  api = await startTestApi();
  await applyTenant(api.app, 'pharma');
  await api.app.get(StaffService).ensure('finance@seatline.test', 'Finance', 'finance', PASSWORD);
  sql = (statement, values) => api.app.get(ProviderDatabase).sql(statement, values);
});
afterAll(() => api.stop());

it.each(NAMES)('%s finds %s, and nothing for what looks like it, by SQL itself', async (column, ...spellings) => {
  const [table, name] = column.split('.');
  const found = await Promise.all(spellings.map((each) => sql(`SELECT 1 FROM ${table} WHERE ${name} = ?`, [each])));
  expect(found.map(({ length }) => length)).toEqual(spellings.map((_each, index) => (index === 0 ? 1 : 0)));
});

it.each(NAMES)('%s compares letter by letter, whatever the server is', async (column) => {
  const [row] = await sql<{ collation: string; nullable: string }>(
    `SELECT collation_name AS collation, is_nullable AS nullable FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name = ? AND column_name = ?`,
    column.split('.'),
  );
  expect(row).toEqual({ collation: expect.stringMatching(/_bin$/) as string, nullable: 'NO' });
});
