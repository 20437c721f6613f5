import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pingDatabase, type Answer } from './databases';
import { installPackages, mayInstallPackages } from './debian-packages';
import { withKernelLock } from './kernel-lock';
import { databaseUrl, MARIADB, privateMariaDb } from './mariadb';
import { ensureRunning, stopServer, type PrivateServer } from './private-server';
import { isAlive, processIdentity } from './processes';
import { findProgram, programDirectories } from './programs';
import { pingRedis, privateRedis, REDIS, redisUrl } from './redis';
import { ServiceError } from './service-error';
import { readState, writeState, type ServiceState } from './service-state';

export interface ServiceOptions {
  /** Holds the servers' data, logs, ports and passwords; created if missing. */
  dataDir: string;
  log(line: string): void;
  /** False for tests: nothing is flushed to disk, and each launch begins with empty servers. */
  durable: boolean;
  /** `DATABASE_URL` and `REDIS_URL` in it name servers to use instead of private ones. */
  environment?: Record<string, string | undefined>;
  /** Where programs are looked for, instead of the PATH and the usual places. */
  directories?: string[];
}

export interface Services {
  databaseUrl: string;
  redisUrl: string;
  /** Stops the private servers gracefully, unless another living process uses them too. */
  stop(): Promise<void>;
}

/** How long a server that the environment names may take to answer: one started together with us needs some seconds. */
const EXTERNAL_PATIENCE_MS = 15_000;

/**
 * A database and a Redis to work with: those the environment names, else private ones on loopback ports of their own,
 * their data under `dataDir`. Servers that an earlier run left running are reused, also after a kill -9.
 * @throws ServiceError saying what is missing or wrong and what to do about it
 */
export async function startServices(options: ServiceOptions): Promise<Services> {
  const environment = options.environment ?? process.env;
  const given = { database: environment.DATABASE_URL, redis: environment.REDIS_URL };
  if (given.database) await untilReachable('DATABASE_URL', () => pingDatabase(given.database ?? ''));
  if (given.redis) await untilReachable('REDIS_URL', () => pingRedis(given.redis ?? ''));
  if (given.database && given.redis) {
    return { databaseUrl: given.database, redisUrl: given.redis, stop: () => Promise.resolve() };
  }
  requireLinux();
  const dataDir = makeDataDir(options.dataDir);
  return locked(dataDir, options.log, async () => {
    const state = readState(dataDir);
    state.users = [...state.users.filter(isAlive), ownIdentity()];
    writeState(dataDir, state);
    const servers = privateServers(dataDir, state, options);
    const start = async (server: PrivateServer, slot: { port?: number }) =>
      (slot.port = await ensureRunning(
        server,
        slot.port,
        (port) => {
          slot.port = port;
          writeState(dataDir, state);
        },
        options.log,
      ));
    // one after the other: both may have to install packages, and a start takes half a second each
    const database = given.database ?? databaseUrl(await start(servers.mariadb, state.mariadb), state.mariadb.password);
    const redis = given.redis ?? redisUrl(await start(servers.redis, state.redis), state.redis.password);
    return { databaseUrl: database, redisUrl: redis, stop: () => stopServices(options) };
  });
}

/** Stops the private servers under `dataDir` gracefully, unless another living process uses them too. */
export async function stopServices(options: ServiceOptions): Promise<void> {
  if (!existsSync(options.dataDir)) return;
  const dataDir = realpathSync(options.dataDir);
  await locked(dataDir, options.log, async () => {
    const state = readState(dataDir);
    state.users = state.users.filter((user) => isAlive(user) && user !== ownIdentity());
    writeState(dataDir, state);
    if (state.users.length > 0) return;
    await Promise.all(Object.values(privateServers(dataDir, state, options)).map(stopServer));
  });
}

function privateServers(dataDir: string, state: ServiceState, options: ServiceOptions) {
  const { log, durable } = options;
  const directories = options.directories ?? programDirectories(process.env.PATH);
  return {
    mariadb: privateMariaDb({
      directory: join(dataDir, 'mariadb'),
      password: state.mariadb.password,
      durable,
      locate: (names) => locate(names, MARIADB, directories, log),
      log,
    }),
    redis: privateRedis({
      directory: join(dataDir, 'redis'),
      password: state.redis.password,
      durable,
      locate: (names) => locate(names, REDIS, directories, log),
    }),
  };
}

async function locate(
  names: string[],
  product: typeof MARIADB,
  directories: string[],
  log: (line: string) => void,
): Promise<string> {
  const found = findProgram(names, directories);
  if (found) return found;
  const aptGet = findProgram(['apt-get'], directories);
  if (mayInstallPackages(aptGet)) await installPackages(aptGet, product.packages, log);
  const installed = findProgram(names, directories);
  if (installed) return installed;
  throw new ServiceError(
    [
      `${product.title} is missing: no ${names.join(' or ')} in ${directories.join(', ')}.`,
      `Install it, on Debian with:  sudo apt-get install ${product.packages.join(' ')}`,
      `or name a server that you have:  ${product.variable}=${product.example}`,
    ].join('\n'),
  );
}

async function untilReachable(
  variable: string,
  ping: () => Promise<{ answer: Answer; reason: string }>,
): Promise<void> {
  const deadline = Date.now() + EXTERNAL_PATIENCE_MS;
  for (;;) {
    const { answer, reason } = await ping();
    if (answer === 'ready') return;
    if (answer === 'refused' || Date.now() > deadline) {
      throw new ServiceError(`${variable}: the server that it names does not serve us: ${reason}`);
    }
    await sleep(500);
  }
}

function requireLinux(): void {
  if (existsSync('/proc/self/cwd')) return;
  throw new ServiceError('Private servers need Linux; elsewhere set DATABASE_URL and REDIS_URL to servers you run.');
}

function makeDataDir(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return realpathSync(path);
  } catch (error) {
    throw new ServiceError(`The data directory ${path} cannot be used: ${(error as Error).message}`);
  }
}

function locked<T>(dataDir: string, log: (line: string) => void, work: () => Promise<T>): Promise<T> {
  return withKernelLock(`services ${dataDir}`, () => log('Another start is at work on the same data; waiting …'), work);
}

function ownIdentity(): string {
  return processIdentity(process.pid) ?? '';
}
