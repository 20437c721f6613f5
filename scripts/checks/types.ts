import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Type errors of the whole checkout, tests included: the build leaves those out. @returns one line each. */
export function checkTypes(root: string): string[] {
  const args = ['--noEmit', '--pretty', 'false', '--tsBuildInfoFile', join(root, 'dist/.types'), '-p', join(root, 'tsconfig.json')];
  const tsc = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...args], { encoding: 'utf8' });
  if (tsc.status === 0) return [];
  return `${tsc.stdout}${tsc.stderr}`.trim().split('\n');
}
