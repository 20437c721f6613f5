import type { DataSource } from 'typeorm';

/** Columns that hold credentials, digests of them, or wrapped keys. No report needs one. */
export const CREDENTIALS = /hash|secret|wrapped/;

/** What reports over all tenants may do: read, and of the tables that hold credentials the other columns alone. */
export async function reportsGrants(source: DataSource): Promise<string[]> {
  const columns = await source.query<{ name: string; columnName: string }[]>(
    `SELECT c.table_name AS name, c.column_name AS columnName FROM information_schema.columns c
       JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
      WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' ORDER BY c.table_name, c.ordinal_position`,
  );
  const tables = new Map<string, string[]>();
  for (const { name, columnName } of columns) tables.set(name, [...(tables.get(name) ?? []), columnName]);
  return [...tables].map(([table, all]) => {
    const open = all.filter((name) => !CREDENTIALS.test(name));
    const which = open.length === all.length ? '' : ` (${open.map((name) => `\`${name}\``).join(', ')})`;
    return `SELECT${which} ON \`${table}\``;
  });
}
