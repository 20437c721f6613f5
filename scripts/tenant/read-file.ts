import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem } from '../../src/features/tenants/domain/problem';
import { readTenantFile } from '../../src/features/tenants/domain/tenant-file';
import type { TenantSpec } from '../../src/features/tenants/domain/tenant-spec';
import { soundsIn } from '../../src/features/tenants/known-sounds.reader';
import { repositoryRoot } from '../services/repository-root';
import { Refusal } from './refusal';

/** @throws Refusal with every problem of the file, one a line */
export async function readFile(path: string, soundsDir = join(repositoryRoot(__dirname), 'freeswitch/sounds')): Promise<TenantSpec> {
  const reading = readTenantFile(textOf(path), await soundsIn(soundsDir));
  if (reading.ok) return reading.spec;
  throw new Refusal(reading.problems.map((problem) => formatProblem(path, problem)).join('\n'));
}

/** The short name that is meant: the text itself, or the one that the file of that path declares. */
export async function slugOf(target: string, soundsDir?: string): Promise<string> {
  const isFile = /[./]/.test(target) || existsSync(target);
  return isFile ? (await readFile(target, soundsDir)).tenant : target;
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
