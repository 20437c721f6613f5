import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownSounds } from './domain/check-sounds';
import { LOCALES } from './domain/tenant-spec';

const EXTENSION = '.wav';

/** The sounds under a switch's folder of sounds: one folder a locale, one file a sound. */
export async function soundsIn(directory: string): Promise<KnownSounds> {
  const known = await Promise.all(
    LOCALES.map(async (locale) => [locale, new Set(await namesIn(join(directory, locale)))] as const),
  );
  return new Map(known);
}

async function namesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return files.filter((file) => file.endsWith(EXTENSION)).map((file) => file.slice(0, -EXTENSION.length));
}
