import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The product's, as its package.json has it: above the sources, and above what is built from them. */
export const VERSION: string = read(__dirname);

function read(directory: string): string {
  const file = join(directory, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  const parent = dirname(directory);
  return parent === directory ? 'unknown' : read(parent);
}
