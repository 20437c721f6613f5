import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Options, transformFileSync } from '@swc/core';
import { repositoryRoot } from '../../scripts/services/repository-root';

/** As Jest compiles them; its configuration is a plain CommonJS file. */
const { transform } = require('../../jest.config.cjs') as { transform: Record<string, [string, Options]> };

const FOLDERS = ['src', 'scripts', 'migrations'];

export interface BuiltScripts {
  /** A file of scripts/, compiled. */
  path(name: string): string;
  remove(): void;
}

/** The commands as programs of their own, compiled from the sources as they stand: dist/ may be older. */
export function buildScripts(): BuiltScripts {
  const root = repositoryRoot(__dirname);
  mkdirSync(join(root, '.data'), { recursive: true });
  // below the checkout, where the packages and the tenants' files are found
  const built = mkdtempSync(join(root, '.data', 'built-'));
  for (const folder of FOLDERS) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && /(?<!\.spec|\.d)\.ts$/.test(entry.name)) compile(root, built, join(entry.parentPath, entry.name));
    }
  }
  return {
    path: (name) => join(built, 'scripts', `${name}.js`),
    remove: () => rmSync(built, { recursive: true, force: true }),
  };
}

function compile(root: string, built: string, source: string): void {
  const [[, options] = []] = Object.values(transform);
  const target = join(built, relative(root, source).replace(/\.ts$/, '.js'));
  mkdirSync(join(target, '..'), { recursive: true });
  writeFileSync(target, transformFileSync(source, options).code);
}
