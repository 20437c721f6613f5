import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout that a file belongs to, whether it runs from its source or from dist/: where package.json is. */
export function repositoryRoot(directory: string): string {
  return existsSync(join(directory, 'package.json')) ? directory : repositoryRoot(dirname(directory));
}
