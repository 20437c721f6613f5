import type { KnownSounds } from './domain/check-sounds';
import { readTenantFile, type TenantFileReading } from './domain/tenant-file';

/**
 * Reads a tenant's file whose sounds must be shipped or the tenant's own. Whose file it is it says itself: only where it
 * names what is not shipped, and nothing else is wrong, the tenant's own are asked for.
 */
export async function readWithSounds(
  text: string,
  shipped: KnownSounds,
  ownOf: (slug: string) => Promise<string[]>,
): Promise<TenantFileReading> {
  const first = readTenantFile(text, shipped);
  const besides = first.ok ? first : readTenantFile(text);
  if (first.ok || !besides.ok) return first;
  const own = await ownOf(besides.spec.tenant);
  return readTenantFile(text, new Map([...shipped].map(([locale, names]) => [locale, new Set([...names, ...own])])));
}
