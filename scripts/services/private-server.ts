import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './databases';
import { chooseLoopbackPort } from './loopback-port';
import { endProcess, isAlive, processesIn, processIdentity } from './processes';
import { ServiceError } from './service-error';

export interface Launch {
  program: string;
  args: string[];
  argv0?: string;
}

/** A server of our own: what differs between MariaDB and Redis. */
export interface PrivateServer {
  name: string;
  /** Its data and its working directory; a real path. */
  directory: string;
  logFile: string;
  /** What the kernel may call its process. */
  processNames: string[];
  /** Finds or installs the program and makes the data directory ready; only called while the server does not run. */
  prepare(port: number): Promise<Launch>;
  ping(port: number): Promise<{ answer: Answer; reason: string }>;
}

const ATTEMPTS = 3;
const POLL_MS = 50;
const PROGRESS_MS = 3_000;
/** Recovery after a crash replays at most the redo log, which takes seconds; ten minutes covers a very slow disk. */
const PATIENCE_MS = 600_000;
const LOG_LINES = 15;

/**
 * Makes the server run and answer, reusing one that an earlier run left behind.
 * @param port the port that it had last time, if any
 * @param remember is told the port before the server is launched, so that a server launched by a run that is killed
 *   right then is found again by the next
 * @returns the port of 127.0.0.1 on which it answers
 * @throws ServiceError with the end of the server's log if it will not start
 */
export async function ensureRunning(
  server: PrivateServer,
  port: number | undefined,
  remember: (port: number) => void,
  log: (line: string) => void,
): Promise<number> {
  const running = await survivor(server, port !== undefined);
  if (running && port !== undefined && (await untilAnswer(server, port, running, log)) === 'ready') {
    log(`${server.name} already runs on 127.0.0.1:${port}`);
    return port;
  }
  await stopServer(server);
  return launchOn(server, port, remember, log, ATTEMPTS);
}

/** Stops the server gracefully and waits until it is gone. */
export async function stopServer(server: PrivateServer): Promise<void> {
  const found = processesIn(server.directory, server.processNames);
  await Promise.all(found.map(({ pid }) => endProcess(pid)));
}

/** The identity of the server's process; those whose data directory was deleted are ended first. */
async function survivor(server: PrivateServer, reachable: boolean): Promise<string | undefined> {
  const found = processesIn(server.directory, server.processNames);
  await Promise.all(found.filter(({ orphaned }) => orphaned || !reachable).map(({ pid }) => endProcess(pid)));
  const [whole] = processesIn(server.directory, server.processNames);
  return whole && processIdentity(whole.pid);
}

async function launchOn(
  server: PrivateServer,
  wanted: number | undefined,
  remember: (port: number) => void,
  log: (line: string) => void,
  attempts: number,
): Promise<number> {
  const port = await chooseLoopbackPort(wanted);
  const launch = await server.prepare(port);
  remember(port);
  log(`Starting ${server.name} on 127.0.0.1:${port} …`);
  const identity = await spawnDetached(server, launch);
  const answer = await untilAnswer(server, port, identity, log);
  if (answer === 'ready') return port;
  const portLost = (await chooseLoopbackPort(port)) !== port;
  if (portLost && attempts > 1) return launchOn(server, undefined, remember, log, attempts - 1);
  throw new ServiceError(`${server.name} does not start. The end of ${server.logFile}:\n${logEnd(server.logFile)}`);
}

/** Waits until the server answers or its process is gone. */
async function untilAnswer(
  server: PrivateServer,
  port: number,
  identity: string,
  log: (line: string) => void,
): Promise<'ready' | 'refused' | 'gone'> {
  const began = Date.now();
  let nextProgress = began + PROGRESS_MS;
  for (;;) {
    const { answer, reason } = await server.ping(port);
    if (answer !== 'not-yet') return answer;
    if (!isAlive(identity)) return 'gone';
    if (Date.now() > began + PATIENCE_MS) {
      throw new ServiceError(`${server.name} (process ${identity}) runs but does not answer: ${reason}`);
    }
    if (Date.now() > nextProgress) {
      nextProgress += PROGRESS_MS;
      log(`Waiting for ${server.name} … ${logEnd(server.logFile, 1)}`);
    }
    await sleep(POLL_MS);
  }
}

/** Detached, so that the server outlives a kill -9 of whoever started it and the next run finds it. */
async function spawnDetached(server: PrivateServer, { program, args, argv0 }: Launch): Promise<string> {
  const logFile = openSync(server.logFile, 'a', 0o600);
  try {
    const child = spawn(program, args, {
      cwd: server.directory,
      argv0,
      detached: true,
      stdio: ['ignore', logFile, logFile],
    });
    child.unref();
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    return processIdentity(child.pid ?? 0) ?? 'gone';
  } finally {
    closeSync(logFile);
  }
}

function logEnd(file: string, lines = LOG_LINES): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
