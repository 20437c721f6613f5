import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';

const SOURCE = join(__dirname, '..');

/**
 * Compiles the simulator as it stands, whatever dist/ holds, into a directory of its own, which also shows that it
 * needs nothing from elsewhere. @returns its main.js
 */
export function compileSimulator(into: string): string {
  for (const entry of readdirSync(SOURCE, { recursive: true, withFileTypes: true })) {
    const isSource = entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts');
    if (!isSource || entry.parentPath === __dirname) continue;
    const folder = join(into, entry.parentPath.slice(SOURCE.length));
    const { code } = transformFileSync(join(entry.parentPath, entry.name), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' },
    });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, entry.name.replace(/\.ts$/, '.js')), code);
  }
  return join(into, 'main.js');
}
