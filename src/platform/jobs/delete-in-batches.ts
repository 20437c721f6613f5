import type { ProviderDatabase } from '../database/provider-database';

const BATCH = 1000;

/**
 * Deletes rows of all tenants until none is left, so many at a time that nobody waits long for their locks.
 * @param condition of a DELETE, with its order where an index gives one
 */
export async function deleteInBatches(
  database: ProviderDatabase,
  table: string,
  condition: string,
  parameters: readonly unknown[],
): Promise<void> {
  for (;;) {
    const result: unknown = await database.sql(`DELETE FROM ${table} WHERE ${condition} LIMIT ?`, [...parameters, BATCH]);
    if ((result as { affectedRows: number }).affectedRows < BATCH) return;
  }
}
