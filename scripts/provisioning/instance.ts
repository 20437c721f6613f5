import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { MIGRATIONS } from '../../migrations/migrations';
import { migrate } from '../../src/platform/database/migrate';
import { type Environment, withProduct } from '../installation/with-product';
import { repositoryRoot } from '../services/repository-root';
import { startServices } from '../services/services';
import { installationSecrets, type InstallationSecrets } from '../start/installation-secrets';
import { freePort } from '../switch/free-ports';

export type ProcessName = 'main' | 'worker' | 'switch';

/** A Seatline of its own, with durable servers, for a measurement. */
export interface Instance {
  dataDir: string;
  apiUrl: string;
  eventSocketPort: number;
  environment: Environment;
  secrets: InstallationSecrets;
  /** Starts another of the product's processes. */
  start(name: ProcessName): Promise<void>;
  /** Work with the product's own services, beside its processes. */
  with<T>(work: (app: INestApplicationContext) => Promise<T>, ...parts: Type[]): Promise<T>;
  /** What else must be ended with it, before what was there earlier. */
  atEnd(end: () => Promise<unknown>): void;
  /** Ends and removes all of it; a signal to this process does so too. */
  stop(): Promise<void>;
}

/** As the Dockerfile has it. */
const AS_DEPLOYED = ['--enable-source-maps', '--max-semi-space-size=64'];

const PATIENCE_MS = 30_000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
export const NODE = 'sw1';

/** Everything lies in a new folder under the checkout's data, on the disk that a real installation would use. */
export async function startInstance(log: (line: string) => void): Promise<Instance> {
  const root = repositoryRoot(__dirname);
  mkdirSync(join(root, '.data'), { recursive: true });
  const dataDir = mkdtempSync(join(root, '.data', 'measure-'));
  const services = await startServices({ dataDir, durable: true, log, environment: {} });
  const endings: (() => Promise<unknown>)[] = [services.stop];
  const stop = async (): Promise<void> => {
    for (const signal of SIGNALS) process.off(signal, interrupt);
    for (let end = endings.pop(); end; end = endings.pop()) await end();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const interrupt = (): void => void stop().finally(() => process.exit(1));
  for (const signal of SIGNALS) process.once(signal, interrupt);
  try {
    await migrate(services.databaseUrl, MIGRATIONS);
    const http = await freePort('127.0.0.1');
    const eventSocket = await freePort('127.0.0.1');
    const secrets = installationSecrets(dataDir, {});
    const environment = {
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: services.redisUrl,
      HTTP_PORT: String(http),
      ESL_PORT: String(eventSocket),
      IVR_PORT: String(await freePort('127.0.0.1')),
      SWITCH_NODE: NODE,
      LOG_LEVEL: 'warn',
      ...secrets,
    };
    const apiUrl = `http://127.0.0.1:${http}`;
    return {
      dataDir,
      apiUrl,
      eventSocketPort: eventSocket,
      environment,
      secrets,
      start: async (name) => {
        const child = startProcess(join(root, 'dist/src', `${name}.js`), environment);
        endings.push(() => end(child));
        if (name === 'main') await untilReady(apiUrl, child);
      },
      atEnd: (end) => void endings.push(end),
      with: (work, ...parts) => withProduct(environment, log, work, ...parts),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Its log goes nowhere: stdout is for the figures. */
function startProcess(file: string, environment: Environment): ChildProcess {
  return spawn(process.execPath, [...AS_DEPLOYED, file], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function untilReady(apiUrl: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const ready = await fetch(`${apiUrl}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (child.exitCode !== null) throw new Error(`the api process ended with ${child.exitCode} before it served`);
    if (Date.now() > deadline) throw new Error(`the api process did not serve within ${PATIENCE_MS / 1000} s`);
    await sleep(50);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(timer);
}
