import type { QueryRunner } from 'typeorm';

/** Adds the columns that are missing: MySQL knows no `ADD COLUMN IF NOT EXISTS`, and a migration must be repeatable. */
export async function addColumns(runner: QueryRunner, table: string, columns: Record<string, string>): Promise<void> {
  const rows: { name: string }[] = await runner.query(
    'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?',
    [table],
  );
  const there = new Set(rows.map(({ name }) => name));
  for (const [name, definition] of Object.entries(columns)) {
    if (!there.has(name)) await runner.query(`ALTER TABLE ${table} ADD COLUMN ${name} ${definition}`);
  }
}
