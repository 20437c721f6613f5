// node scripts/run.mjs NAME ARGS…   makes the checkout ready, then runs scripts/NAME.ts.
//
// Plain JavaScript on Node's own modules, because nothing else may be installed yet. Everything it says goes to
// stderr: stdout belongs to the command, whose last line may be a JSON document.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);
const say = (text) => process.stderr.write(`${text}\n`);

/** What a person can act on: shown without a stack trace. */
class Problem extends Error {}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  // NestJS 12 is ESM-only and loaded with require(), which came with 20.19 and 22.12; no 21.x has it
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23;
  if (!fits) {
    throw new Problem(
      `Seatline needs Node 20.19 or later (in the 22 series 22.12 or later); this is Node ${process.versions.node}.`,
    );
  }
}

function checkName(name) {
  const known = readdirSync(at('scripts')).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const names = known.map((file) => file.slice(0, -'.ts'.length));
  if (!names.includes(name)) {
    throw new Problem(`usage: node scripts/run.mjs NAME [ARGUMENTS]\n  NAME is one of: ${names.join(', ')}`);
  }
}

/** npm writes node_modules/.package-lock.json last, so its agreement with package-lock.json proves a whole install. */
function packagesInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(at('node_modules/.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      if (path === '') return true;
      const found = present[path];
      return found ? found.version === version && found.integrity === integrity : optional;
    });
  } catch {
    return false;
  }
}

async function installPackages() {
  if (packagesInstalled()) return;
  // not `npm ci`: it refuses a lock file without every other platform's optional binaries; the locked versions and
  // checksums hold all the same, and --no-save leaves the lock file as it is
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await runQuietly('Installing npm packages', 'npm', args, 'Is the package registry reachable from this machine?');
}

/** Everything a build reads, as one hash; contents rather than times, because a checkout touches times. */
function hashOf(files, directories, kinds) {
  const hash = createHash('sha256');
  const add = (path) => hash.update(`${relative(root, path)}\0`).update(readFileSync(path)).update('\0');
  const walk = (directory) => {
    const entries = readdirSync(directory, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(directory, entry.name);
      if (entry.isDirectory() && entry.name !== 'node_modules') walk(path);
      if (entry.isFile() && kinds.test(entry.name)) add(path);
    }
  };
  files.map((file) => at(file)).forEach(add);
  directories.map((name) => at(name)).filter(existsSync).forEach(walk);
  return hash.digest('hex');
}

/** Does `work` unless it was done for the same sources. */
async function once(stamp, hash, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

async function build() {
  const directories = ['src', 'scripts', 'migrations', 'freeswitch', 'test', 'bench'];
  const hash = hashOf(['package-lock.json', 'tsconfig.json', 'nest-cli.json'], directories, /\.(ts|json|sql)$/);
  await once(at('dist/.built'), hash, async () => {
    await runQuietly('Building', process.execPath, [at('node_modules/@nestjs/cli/bin/nest.js'), 'build']);
    for (const directory of directories) {
      if (existsSync(at('dist', directory))) removeOrphans(at('dist', directory), at(directory));
    }
  });
}

/** The wire's types come from the API's document, so that the portal cannot disagree with it. */
async function buildPortal() {
  const hash = hashOf(['package-lock.json', 'docs/openapi.json'], ['portal', 'tenants'], /(?<!^schema\.d)\.(ts|tsx|css|html|svg|json|yaml)$/);
  await once(at('dist/portal/.built'), hash, async () => {
    const types = [at('node_modules/openapi-typescript/bin/cli.js'), at('docs/openapi.json'), '-o', at('portal/src/api/schema.d.ts')];
    await runQuietly("Writing the portal's types", process.execPath, types);
    await runQuietly('Building the portal', process.execPath, [at('node_modules/vite/bin/vite.js'), 'build', at('portal'), '--logLevel', 'warn']);
  });
}

/** A deleted source would live on in dist/, and a deleted migration would run. */
function removeOrphans(built, source) {
  for (const entry of readdirSync(built, { withFileTypes: true })) {
    const path = join(built, entry.name);
    if (entry.isDirectory()) removeOrphans(path, join(source, entry.name));
    const origin = /^(.+)\.js(\.map)?$/.exec(entry.name);
    if (origin && !existsSync(join(source, `${origin[1]}.ts`))) rmSync(path);
  }
}

/** Runs a program with its output kept back, shown only if it fails; a line now and then says that it goes on. */
async function runQuietly(what, program, args, hint = '') {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  say(`${what} …`);
  const output = [];
  const ticker = setInterval(() => say(`${what} … ${seconds()} s`), 10_000);
  try {
    const code = await new Promise((done, failed) => {
      const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.on('data', (chunk) => output.push(chunk));
      child.stderr.on('data', (chunk) => output.push(chunk));
      child.on('error', (error) => failed(new Problem(`${what} failed: cannot run ${program}: ${error.message}`)));
      child.on('close', done);
    });
    if (code !== 0) throw new Problem(`${Buffer.concat(output)}\n${what} failed (see above). ${hint}`.trim());
    say(`${what}: done in ${seconds()} s`);
  } finally {
    clearInterval(ticker);
  }
}

/**
 * Holds the checkout's lock during `work`. The lock is a Linux abstract socket name: the kernel releases it with the
 * process, however that ends, so there is never a stale one to detect. Elsewhere there is no lock.
 */
async function locked(work) {
  if (process.platform !== 'linux') return work();
  const path = `\0seatline-build-${createHash('sha256').update(root).digest('hex').slice(0, 32)}`;
  const server = createServer();
  const taken = () =>
    new Promise((done, failed) => {
      const onError = (error) => (error.code === 'EADDRINUSE' ? done(false) : failed(error));
      server.once('error', onError);
      server.listen({ path }, () => {
        server.off('error', onError);
        done(true);
      });
    });
  for (let waits = 0; !(await taken()); waits += 1) {
    if (waits === 0) say('Another start is building this checkout; waiting for it …');
    await new Promise((done) => setTimeout(done, 200));
  }
  try {
    return await work();
  } finally {
    server.close();
  }
}

/** Runs the built script and ends as it ends. */
function run(name, args) {
  const child = spawn(process.execPath, ['--enable-source-maps', at('dist/scripts', `${name}.js`), ...args], {
    stdio: 'inherit',
  });
  // a terminal sends Ctrl-C to the whole group: forwarded once more it would read as "and hurry up"
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(name, new Problem(`cannot run ${name}: ${error.message}`)));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

function fail(name, error) {
  say(error instanceof Problem ? error.message : error.stack);
  // whoever reads the tests' last line gets one even if they could not begin
  if (name === 'test') process.stdout.write('0 passed, 1 failed, 0 skipped\n');
  process.exit(1);
}

const [name, ...args] = process.argv.slice(2);
try {
  checkNode();
  checkName(name);
  await locked(async () => {
    await installPackages();
    await build();
    await buildPortal();
  });
  run(name, args);
} catch (error) {
  fail(name, error);
}
