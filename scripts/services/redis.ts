import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import IoRedis from 'ioredis';
import type { Answer } from './databases';
import type { PrivateServer } from './private-server';

export const REDIS = {
  title: 'Redis',
  /** redis-check-rdb is the same executable under another name, and Debian ships it in redis-tools. */
  programs: ['redis-server', 'redis-check-rdb'],
  /** Not `redis-server`, which would also start a service of the system; it adds nothing but that. */
  packages: ['redis-tools'],
  variable: 'REDIS_URL',
  example: 'redis://127.0.0.1:6379/0',
};

interface Options {
  directory: string;
  password: string;
  durable: boolean;
  /** Finds a program by its names, installing it where that is allowed. */
  locate(names: string[]): Promise<string>;
}

export function redisUrl(port: number, password: string): string {
  return `redis://:${password}@127.0.0.1:${port}/0`;
}

export function privateRedis({ directory, password, durable, locate }: Options): PrivateServer {
  return {
    name: 'Redis',
    directory,
    logFile: `${directory}.log`,
    processNames: REDIS.programs,
    ping: (port) => pingRedis(redisUrl(port, password)),
    prepare: async (port) => {
      const program = await locate(REDIS.programs);
      if (!durable) rmSync(directory, { recursive: true, force: true });
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      // a file, because arguments are visible to every user of the machine
      const configuration = `${directory}.conf`;
      writeFileSync(configuration, settings(port, password, durable), { mode: 0o600 });
      // the executable decides by the name it is called by which of its tools it is
      return { program, args: [`../${basename(configuration)}`], argv0: 'redis-server' };
    },
  };
}

/** Asks a Redis server whether it serves us; `refused` means that it does not accept our password. */
export async function pingRedis(url: string): Promise<{ answer: Answer; reason: string }> {
  const redis = new IoRedis(url, {
    lazyConnect: true,
    enableReadyCheck: false,
    retryStrategy: () => null,
    // a failed connection's timer would keep the process alive for its default of two seconds
    disconnectTimeout: 0,
  });
  let reason = '';
  redis.on('error', (error: Error) => (reason = error.message));
  try {
    await redis.connect();
    await redis.ping();
    return { answer: 'ready', reason: '' };
  } catch (error) {
    reason ||= (error as Error).message;
    return { answer: /WRONGPASS|NOAUTH|no password is set/.test(reason) ? 'refused' : 'not-yet', reason };
  } finally {
    redis.disconnect();
  }
}

/**
 * `appendfsync always` rather than `everysec`: the outbox counts an event as relayed once Redis has it, so the last
 * second's jobs must survive a power cut too. Redis writes once per turn of its event loop, however many clients wait,
 * which here cost half of its throughput: 54,000 instead of 108,000 writes a second from 20 clients.
 */
function settings(port: number, password: string, durable: boolean): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    'daemonize no',
    'databases 1024',
    'save ""',
    'appendonly yes',
    `appendfsync ${durable ? 'always' : 'no'}`,
    'maxmemory-policy noeviction',
    '',
  ].join('\n');
}
