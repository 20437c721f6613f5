import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../scripts/services/repository-root';

export type ProcessName = 'api' | 'switch' | 'worker';

const ENTRIES: Record<ProcessName, string> = { api: 'main.js', switch: 'switch.js', worker: 'worker.js' };
const STARTED = /"process":"(?:api|switch|worker)".*"started"/;
const LONGEST_END_MS = 30_000;

/** What the build made: the tests are compiled on the fly, the processes are what an installation runs. */
export const BUILT = join(repositoryRoot(__dirname), 'dist');

/** One of the product's three processes, run as an installation runs it. */
export class ProductProcess {
  private child: ChildProcess | undefined;

  constructor(
    readonly name: ProcessName,
    private readonly environment: Record<string, string>,
    private readonly dataDir: string,
  ) {}

  /** Resolves when it says that it has started. @throws Error with the end of its log when it ends instead */
  async start(): Promise<void> {
    const log = openSync(this.logFile, 'a');
    const before = readFileSync(this.logFile, 'utf8').length;
    const child = spawn(process.execPath, [join(BUILT, 'src', ENTRIES[this.name])], {
      env: { PATH: process.env['PATH'], ...this.environment },
      stdio: ['ignore', 'ignore', log],
    });
    closeSync(log);
    this.child = child;
    while (!STARTED.test(readFileSync(this.logFile, 'utf8').slice(before))) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${this.name} ended at once:\n${this.log()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  get runs(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** @throws Error while it does not run */
  get pid(): number {
    const pid = this.child?.pid;
    if (pid === undefined) throw new Error(`${this.name} does not run`);
    return pid;
  }

  /** As a power cut would end it. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to end. @returns its exit code, and null where it was ended by the signal itself */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** The last lines that it wrote. */
  log(): string {
    return readFileSync(this.logFile, 'utf8').trim().split('\n').slice(-15).join('\n');
  }

  private get logFile(): string {
    return join(this.dataDir, `${this.name}.log`);
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exit = once(child, 'exit', { signal: AbortSignal.timeout(LONGEST_END_MS) }) as Promise<[number | null]>;
    child.kill(signal);
    const exited = await exit.catch(() => null);
    if (exited) return exited[0];
    child.kill('SIGKILL');
    throw new Error(`${this.name} did not end on ${signal}:\n${this.log()}`);
  }
}
