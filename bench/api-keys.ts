import { newApiKey } from '../src/platform/auth/api-key-secret';
import { digestOf } from '../src/platform/auth/random-secret';
import { newId } from '../src/platform/database/ids';
import type { Database } from '../scripts/start/database';

/** So many keys of a tenant's administrator, as an operator's SQL would make them. */
export async function makeKeys(database: Database, tenant: string, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, () => newApiKey());
  for (const key of keys) {
    await database.sql(
      `INSERT INTO api_keys (tenant_id, id, created_at, name, role, secret_hash)
       SELECT id, ?, NOW(3), 'bench', 'tenant_admin', ? FROM tenants WHERE slug = ?`,
      [newId('apiKey'), digestOf(key), tenant],
    );
  }
  return keys;
}
