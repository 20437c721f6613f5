import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SPOKEN_LANGUAGES } from '../../platform/speech/speech-provider';

const EXTENSION = '.wav';

/** The names of the sounds that come with the switch, by language, under its folder of sounds: one file a sound. */
export async function soundsIn(directory: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const known = await Promise.all(
    SPOKEN_LANGUAGES.map(async (language) => [language, new Set(await namesIn(join(directory, language)))] as const),
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
