import { makeKeys } from '../../../bench/api-keys';
import { ApiClient } from '../../../scripts/start/api-client';
import type { Centre } from './centre';

/** The API as the tenant's own administrator asks it, who sees numbers. */
export async function administrator<T extends string>({ apiUrl, database }: Centre<T>, tenant: T): Promise<ApiClient> {
  const [key = ''] = await makeKeys(database, tenant, 1);
  return new ApiClient(apiUrl, key);
}

/** Customers of the tenant's one segment. */
export async function makeVips(api: ApiClient, numbers: readonly string[]): Promise<void> {
  const [segment] = await api.all<{ id: string }>('/v1/segments');
  for (const number of numbers) await api.post('/v1/customers', { name: `VIP ${number}`, numbers: [number], segment_id: segment?.id });
}
