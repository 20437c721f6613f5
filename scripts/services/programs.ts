import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';

/** Debian keeps servers in /usr/sbin, which an ordinary user's PATH lacks. */
const USUAL = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/usr/bin', '/usr/libexec', '/usr/local/mysql/bin'];

/** Where programs are looked for: the PATH first, then the usual places. */
export function programDirectories(path: string | undefined): string[] {
  return [...new Set([...(path ?? '').split(':').filter((part) => part.startsWith('/')), ...USUAL])];
}

/** The first executable called one of `names`, a name earlier in the list winning over an earlier directory. */
export function findProgram(names: string[], directories: string[]): string | undefined {
  return names.flatMap((name) => directories.map((directory) => join(directory, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
