import type { QueryRunner } from 'typeorm';

/** Adds the keys that are missing: MySQL knows no `CREATE INDEX IF NOT EXISTS`, and a migration must be repeatable. */
export async function addKeys(runner: QueryRunner, table: string, keys: Record<string, string>): Promise<void> {
  const rows: { name: string }[] = await runner.query(
    'SELECT DISTINCT index_name AS name FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ?',
    [table],
  );
  const there = new Set(rows.map(({ name }) => name));
  for (const [name, columns] of Object.entries(keys)) {
    if (!there.has(name)) await runner.query(`CREATE INDEX ${name} ON ${table} ${columns}`);
  }
}
