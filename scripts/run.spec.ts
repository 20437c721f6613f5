import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** Stands for the compiler: what it "compiles" is JavaScript already. Counts its runs, fails where told to. */
const NEST = `
const fs = require('node:fs');
fs.appendFileSync('builds', 'x');
if (fs.existsSync('broken')) { console.log('scripts/show.ts:1 error TS1005'); process.exit(1); }
fs.mkdirSync('dist/scripts', { recursive: true });
for (const file of fs.readdirSync('scripts').filter((name) => name.endsWith('.ts'))) {
  fs.copyFileSync('scripts/' + file, 'dist/scripts/' + file.replace(/ts$/, 'js'));
}`;
/** Stand for what writes the portal's types and what bundles it. */
const TYPES = `require('node:fs').writeFileSync(process.argv[4], '');`;
const VITE = `
const fs = require('node:fs');
fs.appendFileSync('portal-builds', 'x');
fs.rmSync('dist/portal', { recursive: true, force: true });
fs.mkdirSync('dist/portal', { recursive: true });`;
const NPM = `#!/bin/sh
echo "$@" >> npm-runs
cp package-lock.json node_modules/.package-lock.json`;
const LOCK = (version: string) =>
  JSON.stringify({ packages: { '': { name: 'probe' }, 'node_modules/some': { version, integrity: version } } });

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seatline run '));
  write('package.json', '{}');
  write('tsconfig.json', '{}');
  write('nest-cli.json', '{}');
  write('package-lock.json', LOCK('1'));
  write('node_modules/.package-lock.json', LOCK('1'));
  write('node_modules/@nestjs/cli/bin/nest.js', NEST);
  write('node_modules/openapi-typescript/bin/cli.js', TYPES);
  write('node_modules/vite/bin/vite.js', VITE);
  write('docs/openapi.json', '{}');
  write('portal/src/api/client.ts', '');
  write('bin/npm', NPM, 0o755);
  write('scripts/show.ts', 'console.log(JSON.stringify(process.argv.slice(2)));');
  write('scripts/test.ts', 'process.exit(7);');
  copyFileSync(join(__dirname, 'run.mjs'), join(root, 'scripts/run.mjs'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text, { mode });
}

const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
const builds = () => read('builds').length;
const portalBuilds = () => read('portal-builds').length;

function launch(...args: string[]): ChildProcess {
  return spawn(process.execPath, [join(root, 'scripts/run.mjs'), ...args], {
    env: { ...process.env, PATH: [join(root, 'bin'), process.env.PATH].join(delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = launch(...args);
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...output };
}

it('builds, passes the arguments on and leaves stdout to the command', async () => {
  const { code, stdout, stderr } = await run('show', '--json', 'a b');
  expect([code, stdout]).toEqual([0, '["--json","a b"]\n']);
  expect(stderr).toContain('Building: done');
});

it('ends with the exit code of the command', async () => {
  expect((await run('test')).code).toBe(7);
});

it('builds again only when a source changed, and drops what lost its source', async () => {
  write('migrations/1-first.ts', '');
  write('dist/migrations/1-first.js', '');
  await run('show');
  await run('show');
  expect(builds()).toBe(1);
  rmSync(join(root, 'migrations/1-first.ts'));
  await run('show');
  expect([builds(), existsSync(join(root, 'dist/migrations/1-first.js'))]).toEqual([2, false]);
});

it('builds once for two starts at the same time', async () => {
  const [one, two] = await Promise.all([run('show', '1'), run('show', '2')]);
  expect([one.stdout, two.stdout, builds()]).toEqual(['["1"]\n', '["2"]\n', 1]);
});

it('shows what a failed build said, and builds again next time', async () => {
  write('broken', '');
  const failed = await run('show');
  expect([failed.code, failed.stdout]).toEqual([1, '']);
  expect(failed.stderr).toMatch(/error TS1005\n+Building failed/);
  rmSync(join(root, 'broken'));
  expect((await run('show')).code).toBe(0);
});

it('gives the tests their last line even when they cannot begin', async () => {
  write('broken', '');
  expect(await run('test')).toMatchObject({ code: 1, stdout: '0 passed, 1 failed, 0 skipped\n' });
});

it('installs packages when the lock file and what is installed differ, and only then', async () => {
  await run('show');
  expect(read('npm-runs')).toBe('');
  write('package-lock.json', LOCK('2'));
  await run('show');
  await run('show');
  expect(read('npm-runs').split('\n').filter(Boolean)).toHaveLength(1);
  expect(builds()).toBe(2);
});

it('names the commands there are', async () => {
  const { code, stderr } = await run('shwo');
  expect([code, stderr]).toEqual([
    1,
    'usage: node scripts/run.mjs NAME [ARGUMENTS]\n  NAME is one of: show, test\n',
  ]);
});

it.each(['SIGINT', 'SIGTERM'] as const)('forwards %s and ends as the command does', async (signal) => {
  const stay = `setInterval(() => 0, 1000); console.log('up');`;
  write('scripts/show.ts', `process.on('${signal}', () => process.exit(5)); ${stay}`);
  const child = launch('show');
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  child.kill(signal);
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(5);
});

it('builds the portal anew when its sources or the API changed, and not for the types that it wrote itself', async () => {
  for (const _ of [1, 2]) await run('show');
  expect(portalBuilds()).toBe(1);
  write('portal/src/rooms/some/page.tsx', 'export {};');
  await run('show');
  write('docs/openapi.json', '{"paths":{}}');
  await run('show');
  expect([portalBuilds(), builds()]).toEqual([3, 1]);
});
