import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDependencies, formatViolation } from './checks/dependencies';
import { checkTypes } from './checks/types';
import { CHROMIUM, ensureProgram, ESPEAK, POPPLER, SOX } from './services/ensure-program';
import { repositoryRoot } from './services/repository-root';
import { ServiceError } from './services/service-error';
import { startServices, type Services } from './services/services';
import { testServiceOptions } from '../test/setup/services';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part that we read of what Jest writes with --json. */
interface JestResult {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

const root = repositoryRoot(__dirname);
/** Calls take their time, and say what they expect of it: they share the machine with nobody. */
const IN_REAL_TIME = 'test/telephony';
const PHASES = [
  ['--maxWorkers=2', '--testPathIgnorePatterns', '/node_modules/', `/${IN_REAL_TIME}/`],
  ['--maxWorkers=1', '--roots', join(root, IN_REAL_TIME)],
];

/** Each counts as one test; `run` returns what is wrong, one line each. */
const checks: { name: string; run(): string[] | Promise<string[]> }[] = [
  { name: 'types', run: () => checkTypes(root) },
  { name: 'dependency rules', run: () => checkDependencies(join(root, 'src')).map(formatViolation) },
];

/** Somebody has asked for it. */
let isEnding = false;

const say = (text: string) => process.stderr.write(`${text}\n`);

/** @param args of the command line, for each phase */
async function runPhases(services: Services, args: string[]): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const phase of PHASES) if (!isEnding) add(counts, await runJest(services, [...args, ...phase, '--passWithNoTests']));
  // to find no test must not pass for success
  return counts.passed + counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Runs Jest as a process of its own against the given servers; a suite that cannot run counts as one failed test. */
async function runJest(services: Services, args: string[]): Promise<Counts> {
  const directory = mkdtempSync(join(tmpdir(), 'seatline-test-'));
  const outputFile = join(directory, 'jest.json');
  try {
    const code = await jestExitCode([...args, '--json', `--outputFile=${outputFile}`], {
      ...process.env,
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: services.redisUrl,
    });
    const counts = readCounts(outputFile);
    // whatever else made Jest fail must not pass for success
    return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function jestExitCode(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((done, failed) => {
    const jest = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 2, 2],
    });
    // Jest ends on Ctrl-C and the like; we stay to stop the servers
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        isEnding = true;
        jest.kill(signal);
      });
    }
    jest.on('error', failed);
    jest.on('exit', (code) => done(code ?? 1));
  });
}

function readCounts(outputFile: string): Counts {
  let result: JestResult;
  try {
    result = JSON.parse(readFileSync(outputFile, 'utf8')) as JestResult;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

async function runChecks(): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, run } of checks) {
    const problems = await run();
    counts[problems.length === 0 ? 'passed' : 'failed'] += 1;
    say(`${problems.length === 0 ? 'PASS' : 'FAIL'} check: ${name}`);
    problems.forEach((problem) => say(`  ${problem}`));
  }
  return counts;
}

function add(counts: Counts, more: Counts): void {
  for (const name of ['passed', 'failed', 'skipped'] as const) counts[name] += more[name];
}

async function main(): Promise<Counts> {
  for (const program of [CHROMIUM, SOX, ESPEAK, POPPLER]) await ensureProgram(program, say);
  const services = await startServices({ ...testServiceOptions, log: say });
  try {
    const counts = await runPhases(services, process.argv.slice(2));
    add(counts, await runChecks());
    return counts;
  } finally {
    await services.stop();
  }
}

main()
  .catch((error: unknown) => {
    say(error instanceof ServiceError ? error.message : String((error as Error).stack ?? error));
    return { passed: 0, failed: 1, skipped: 0 };
  })
  .then(({ passed, failed, skipped }) => {
    process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  });
