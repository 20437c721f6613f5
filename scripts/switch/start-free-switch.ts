import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endEarlierInstance, endProcess } from './earlier-instance';
import { probeEventSocket } from './event-socket-probe';
import { portIsFree, withFreePorts } from './free-ports';
import { type Installation, installationProblems, type SwitchPorts } from './installation';
import { runDirectoryFiles } from './run-directory-files';

export interface FreeSwitchOptions {
  /** Path of the program. */
  binary: string;
  /** Everything that the switch writes lies in `freeswitch/` below it. */
  dataDir: string;
  urls: Installation['urls'];
  secrets: Installation['secrets'];
  /** Missing ones are free ports; media uses 16384 to 32766. */
  ports?: Partial<SwitchPorts>;
  node?: string;
  trunk?: Installation['trunk'];
  limits?: Installation['limits'];
  logLevel?: Installation['logLevel'];
}

export interface RunningFreeSwitch {
  pid: number;
  eventSocket: { host: string; port: number; password: string };
  sip: { host: string; internalPort: number; externalPort: number; wsPort: number; wssPort: number };
  /** Where CDRs go that could not be delivered. */
  spoolDir: string;
  logFile: string;
  /** Resolves when the switch has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const ANY_FREE: SwitchPorts = {
  eventSocket: 0,
  internal: 0,
  external: 0,
  ws: 0,
  wss: 0,
  rtpFirst: 16384,
  rtpLast: 32766,
};

// Compiled or not, this file lies some way below the project.
function projectRoot(): string {
  let directory = __dirname;
  while (!existsSync(join(directory, 'package.json'))) directory = dirname(directory);
  return directory;
}

const DIRECTORIES = [
  'run', 'log', 'db', 'storage', 'cache', 'temp', 'certs', 'recordings', 'spool', 'scripts',
] as const;
type Directories = Record<(typeof DIRECTORIES)[number], string>;

function makeDirectories(base: string): Directories {
  mkdirSync(base, { recursive: true });
  chmodSync(base, 0o700); // passwords, recordings and logs are nobody else's
  const made = {} as Directories;
  for (const name of DIRECTORIES) {
    made[name] = join(base, name);
    mkdirSync(made[name], { recursive: true });
  }
  return made;
}

function writeRunDirectory(runDir: string, installation: Installation): void {
  for (const [path, text] of Object.entries(runDirectoryFiles(installation))) {
    mkdirSync(dirname(join(runDir, path)), { recursive: true });
    writeFileSync(join(runDir, path), text, { mode: 0o600 });
  }
}

// -np: plain priority; the default takes real-time priority, which starves whatever else lives on the machine.
const fixedArguments = ['-nf', '-nc', '-nonat', '-nonatmap', '-nocal', '-np'];

function programArguments(directories: Directories): string[] {
  const project = projectRoot();
  const places: Record<string, string> = {
    conf: join(project, 'freeswitch', 'conf'),
    sounds: join(project, 'freeswitch', 'sounds'),
    run: directories.run,
    log: directories.log,
    db: directories.db,
    storage: directories.storage,
    cache: directories.cache,
    temp: directories.temp,
    certs: directories.certs,
    recordings: directories.recordings,
    scripts: directories.scripts,
  };
  return [...fixedArguments, ...Object.entries(places).flatMap(([name, path]) => [`-${name}`, path])];
}

// Only what a program needs to run: our own secrets are in the environment, and the switch's is its modules' to read.
function programEnvironment(binary: string): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {};
  for (const name of ['PATH', 'HOME', 'LANG', 'TZ', 'LD_LIBRARY_PATH']) {
    if (process.env[name] !== undefined) environment[name] = process.env[name];
  }
  // A build of one's own keeps its libraries beside the program, where the system's loader does not look.
  const own = resolve(dirname(binary), '..', 'lib');
  if (existsSync(own)) {
    environment['LD_LIBRARY_PATH'] = [own, environment['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  }
  return environment;
}

function spawnSwitch(binary: string, directories: Directories): ChildProcess {
  // A file, not a pipe: the switch outlives us when we are killed, and must not die of writing to nobody.
  const output = openSync(join(directories.log, 'console.log'), 'w', 0o600);
  try {
    return spawn(binary, programArguments(directories), {
      cwd: directories.run,
      detached: true,
      env: programEnvironment(binary),
      stdio: ['ignore', output, output],
    });
  } finally {
    closeSync(output);
  }
}

/** As FreeSWITCH writes it at the start of a log line: local time, to the second. */
const localTime = (time: Date): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')}`;
};

const started = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(child.pid!));
    child.once('error', (error) => reject(new Error(`FreeSWITCH cannot be started: ${error.message}`)));
  });

/** What the log and the console of this start complain of. */
function complaints(directories: Directories, since: string): string {
  const read = (name: string) => {
    const path = join(directories.log, name);
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  };
  const isOurs = (line: string) => (/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.exec(line)?.[0] ?? '') >= since;
  const logged = read('freeswitch.log').filter((line) => /\[(ERR|CRIT|ALERT)\]/.test(line) && isOurs(line));
  const lines = [...read('console.log').filter((line) => line !== ''), ...logged].slice(-15);
  return lines.length > 0 ? lines.join('\n') : `nothing; see ${directories.log}`;
}

async function untilReady(child: ChildProcess, installation: Installation): Promise<void> {
  const deadline = Date.now() + 60_000;
  const { eventSocket } = installation.ports;
  for (;;) {
    try {
      await probeEventSocket(LOOPBACK, eventSocket, installation.secrets.eventSocket, 2_000);
      return;
    } catch (error) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('it ended at once');
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

async function refuseTakenPorts(ports: SwitchPorts): Promise<void> {
  const { rtpFirst: _first, rtpLast: _last, ...single } = ports;
  for (const [name, port] of Object.entries(single)) {
    if (!(await portIsFree(LOOPBACK, port))) {
      throw new Error(`FreeSWITCH cannot be started: ports.${name}: another program has ${port}`);
    }
  }
}

/**
 * Starts a FreeSWITCH with freeswitch/conf on loopback and waits until its event socket answers. One that an earlier
 * start left behind in the same data directory is ended first.
 *
 * @throws Error naming each unfit option, or why the switch did not come up
 */
export async function startFreeSwitch(options: FreeSwitchOptions): Promise<RunningFreeSwitch> {
  const directories = makeDirectories(resolve(options.dataDir, 'freeswitch'));
  await endEarlierInstance(directories.run);
  const installation: Installation = {
    node: options.node ?? 'sw1',
    sipAddress: LOOPBACK,
    publicAddress: LOOPBACK,
    ports: await withFreePorts({ ...ANY_FREE, ...options.ports }, LOOPBACK),
    candidateAcl: 'loopback.auto',
    urls: options.urls,
    secrets: options.secrets,
    spoolDir: directories.spool,
    trunk: options.trunk ?? { networks: [`${LOOPBACK}/32`] },
    limits: options.limits ?? { sessions: 3000, sessionsPerSecond: 100 },
    logLevel: options.logLevel ?? 'notice',
  };
  const problems = installationProblems(installation);
  if (problems.length > 0) throw new Error(`FreeSWITCH cannot be started:\n  ${problems.join('\n  ')}`);
  await refuseTakenPorts(installation.ports);
  writeRunDirectory(directories.run, installation);

  const since = localTime(new Date());
  const child = spawnSwitch(options.binary, directories);
  const pid = await started(child);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  try {
    await untilReady(child, installation);
  } catch (error) {
    await endProcess(pid, 2_000);
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`FreeSWITCH did not start: ${why}. It complains of:\n${complaints(directories, since)}`);
  }
  const { ports } = installation;
  return {
    pid,
    eventSocket: { host: LOOPBACK, port: ports.eventSocket, password: options.secrets.eventSocket },
    sip: {
      host: LOOPBACK,
      internalPort: ports.internal,
      externalPort: ports.external,
      wsPort: ports.ws,
      wssPort: ports.wss,
    },
    spoolDir: directories.spool,
    logFile: join(directories.log, 'freeswitch.log'),
    ended,
    stop: async () => {
      await endProcess(pid, 10_000);
      await ended;
    },
  };
}
