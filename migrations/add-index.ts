import type { QueryRunner } from 'typeorm';

/** Adds an index that is missing: MySQL knows no `CREATE INDEX IF NOT EXISTS`, and a migration must be repeatable. */
export async function addIndex(runner: QueryRunner, table: string, name: string, columns: string): Promise<void> {
  const there: unknown[] = await runner.query(
    'SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ? AND index_name = ? LIMIT 1',
    [table, name],
  );
  if (there.length === 0) await runner.query(`CREATE INDEX ${name} ON ${table} (${columns})`);
}
