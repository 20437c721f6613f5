import type { ProviderDatabase } from '../../platform/database/provider-database';
import { chooseTake } from '../sounds/domain/choose-take';
import { takePath } from '../sounds/domain/take-file';
import { LOCALES } from '../tenants/domain/tenant-spec';
import type { SoundFiles } from './domain/sound-path';

interface TakeRow {
  tenantId: string;
  name: string;
  id: string;
  revision: number;
  language: string;
}

const TAKES = `
  SELECT t.tenant_id AS tenantId, s.name, t.id, t.revision, t.language
  FROM sound_takes t
  JOIN sounds s ON s.tenant_id = t.tenant_id AND s.id = t.sound_id`;

/** A tenant's own sounds. */
export function takesOfTenant(database: ProviderDatabase, tenantId: string): Promise<TakeRow[]> {
  return database.sql<TakeRow>(`${TAKES} WHERE t.tenant_id = ? ORDER BY t.language`, [tenantId]);
}

/** Those of all tenants that have one of these names. */
export function takesNamed(database: ProviderDatabase, names: readonly string[]): Promise<TakeRow[]> {
  return names.length === 0 ? Promise.resolve([]) : database.sql<TakeRow>(`${TAKES} WHERE s.name IN (?) ORDER BY t.language`, [names]);
}

/** @param root TENANT_SOUNDS_DIR, without which there are none */
export function soundFiles(root: string | undefined, tenantId: string, rows: readonly TakeRow[]): SoundFiles {
  return new Map(LOCALES.map((language) => [language, filesIn(language, root, tenantId, rows)]));
}

function filesIn(language: string, root: string | undefined, tenantId: string, rows: readonly TakeRow[]): ReadonlyMap<string, string> {
  const byName = new Map<string, TakeRow[]>();
  for (const row of rows) if (row.tenantId === tenantId) byName.set(row.name, [...(byName.get(row.name) ?? []), row]);
  const files = new Map<string, string>();
  for (const [name, takes] of byName) {
    const take = chooseTake(takes, [language]);
    if (take && root !== undefined) files.set(name, takePath(root, tenantId, take));
  }
  return files;
}
