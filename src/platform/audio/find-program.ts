import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

const USUAL = ['/usr/local/bin', '/usr/bin', '/bin'];
const found = new Map<string, string>();

/** Absolute folders alone: a program must not come from wherever we happen to stand. */
export function programDirectories(): string[] {
  return [...new Set([...(process.env['PATH'] ?? '').split(':').filter((part) => part.startsWith('/')), ...USUAL])];
}

/** What was found is remembered; what is missing may yet be installed. */
export function findProgram(name: string, directories: string[]): string | undefined {
  const path = found.get(name) ?? directories.map((directory) => join(directory, name)).find(isExecutable);
  if (path !== undefined) found.set(name, path);
  return path;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
