import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem } from '../../src/features/tenants/domain/problem';
import type { TenantSpec } from '../../src/features/tenants/domain/tenant-spec';
import { soundsIn } from '../../src/features/sounds/shipped-sounds.reader';
import { readWithSounds } from '../../src/features/tenants/read-with-sounds';
import { repositoryRoot } from '../services/repository-root';
import { Refusal } from './refusal';

/** Which sounds there are. */
export interface SoundPlaces {
  /** The switch's folder of sounds; left out, the one that is shipped. */
  directory: string | undefined;
  /** A tenant's own. */
  ownOf(slug: string): Promise<string[]>;
}

/** @throws Refusal with every problem of the file, one a line */
export async function readFile(path: string, { directory, ownOf }: SoundPlaces): Promise<TenantSpec> {
  const shipped = await soundsIn(directory ?? join(repositoryRoot(__dirname), 'freeswitch/sounds'));
  const reading = await readWithSounds(textOf(path), shipped, ownOf);
  if (reading.ok) return reading.spec;
  throw new Refusal(reading.problems.map((problem) => formatProblem(path, problem)).join('\n'));
}

/** The short name that is meant: the text itself, or the one that the file of that path declares. */
export async function slugOf(target: string, sounds: SoundPlaces): Promise<string> {
  const isFile = /[./]/.test(target) || existsSync(target);
  return isFile ? (await readFile(target, sounds)).tenant : target;
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'it may not be read',
};

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Refusal(`${path}: ${REASONS[code] ?? message}`);
  }
}
