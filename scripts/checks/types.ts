import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The programs', tests included, which the build leaves out; and the portal's, which run in a browser. */
const PROJECTS = [
  { path: 'tsconfig.json', buildInfo: 'dist/.types' },
  { path: 'portal/tsconfig.json', buildInfo: 'dist/.portal-types' },
];

/** Type errors of the whole checkout. @returns one line each. */
export function checkTypes(root: string): string[] {
  return PROJECTS.flatMap((project) => errorsOf(root, project));
}

function errorsOf(root: string, { path, buildInfo }: (typeof PROJECTS)[number]): string[] {
  const args = ['--noEmit', '--pretty', 'false', '--incremental', '--tsBuildInfoFile', join(root, buildInfo), '-p', join(root, path)];
  const tsc = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...args], { encoding: 'utf8' });
  if (tsc.status === 0) return [];
  return `${tsc.stdout}${tsc.stderr}`.trim().split('\n');
}
