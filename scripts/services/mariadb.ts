import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pingDatabase } from './databases';
import type { PrivateServer } from './private-server';
import { ServiceError } from './service-error';

export const MARIADB = {
  title: 'MariaDB (or MySQL 8)',
  programs: ['mariadbd', 'mysqld'],
  /** The server and the scripts that initialise its data; neither package starts a service of the system. */
  packages: ['mariadb-server-core', 'mariadb-client-core'],
  variable: 'DATABASE_URL',
  example: 'mysql://user:password@127.0.0.1:3306/seatline',
};

interface Options {
  directory: string;
  password: string;
  durable: boolean;
  /** Finds a program by its names, installing it where that is allowed. */
  locate(names: string[]): Promise<string>;
  log(line: string): void;
}

export function databaseUrl(port: number, password: string): string {
  return `mysql://seatline:${password}@127.0.0.1:${port}/seatline`;
}

export function privateMariaDb({ directory, password, durable, locate, log }: Options): PrivateServer {
  return {
    name: 'MariaDB',
    directory,
    logFile: `${directory}.log`,
    processNames: MARIADB.programs,
    ping: (port) => pingDatabase(databaseUrl(port, password)),
    prepare: async (port) => {
      const program = await locate(MARIADB.programs);
      const isMariaDb = (await output(program, ['--no-defaults', '--version'])).includes('MariaDB');
      // without durability a crash may leave torn pages: nothing worth mending, so each launch begins afresh
      if (!durable) rmSync(directory, { recursive: true, force: true });
      if (!existsSync(directory)) {
        const creator = isMariaDb ? await locate(['mariadb-install-db', 'mysql_install_db']) : program;
        await initialise(directory, creator, isMariaDb, log);
      }
      removeStaleSocket(directory);
      const initFile = `${directory}.init.sql`;
      writeFileSync(initFile, accountStatements(password), { mode: 0o600 });
      return { program, args: serverArguments(directory, port, initFile, durable, isMariaDb) };
    },
  };
}

/** Made beside its final place and renamed when whole, so that an interrupted start leaves nothing half-made. */
async function initialise(
  directory: string,
  program: string,
  isMariaDb: boolean,
  log: (line: string) => void,
): Promise<void> {
  log(`Creating ${directory} …`);
  const unfinished = `${directory}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  // a relative path: mariadb-install-db, a shell script, breaks on blanks in a longer one
  const place = `--datadir=./${basename(unfinished)}`;
  const args = isMariaDb
    ? [...common(), place, '--skip-test-db', '--skip-name-resolve']
    : [...common(), `--datadir=${unfinished}`, '--initialize-insecure'];
  try {
    const env = { ...process.env, TMPDIR: temporaryFilesOf(directory) };
    await promisify(execFile)(program, args, { cwd: dirname(directory), env });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new ServiceError(`${basename(program)} cannot create ${directory}:\n${stdout}${stderr || error}`);
  }
  renameSync(unfinished, directory);
}

/** Of its own: a server that starts removes from its folder what it takes for leftovers, also another server's files. */
function temporaryFilesOf(directory: string): string {
  const path = `${directory}.tmp`;
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

function common(): string[] {
  // as root the server refuses to run unless told that this is meant
  return ['--no-defaults', ...(process.getuid?.() === 0 ? ['--user=root'] : [])];
}

function serverArguments(
  directory: string,
  port: number,
  initFile: string,
  durable: boolean,
  isMariaDb: boolean,
): string[] {
  return [
    ...common(),
    `--datadir=${directory}`,
    `--tmpdir=${temporaryFilesOf(directory)}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    // relative to the data directory: an absolute path may exceed the 108 bytes that a socket's name may have
    '--socket=server.sock',
    '--pid-file=server.pid',
    `--init-file=${initFile}`,
    '--skip-name-resolve',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--default-time-zone=+00:00',
    '--local-infile=0',
    '--performance-schema=0',
    '--max-connections=200',
    '--max-allowed-packet=64M',
    '--innodb-buffer-pool-size=128M',
    `--innodb-flush-log-at-trx-commit=${durable ? 1 : 0}`,
    `--innodb-doublewrite=${durable ? 1 : 0}`,
    ...(isMariaDb ? [] : ['--mysqlx=OFF']),
  ];
}

/** Run at each launch, so that a lost password heals. The server's root is left to the system user who runs it. */
function accountStatements(password: string): string {
  return [
    `CREATE USER IF NOT EXISTS 'seatline'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `ALTER USER 'seatline'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON *.* TO 'seatline'@'127.0.0.1' WITH GRANT OPTION;`,
    'CREATE DATABASE IF NOT EXISTS seatline CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;',
    '',
  ].join('\n');
}

/** After a kill -9 MySQL refuses to start if the pid in its socket's lock file has meanwhile gone to another program. */
function removeStaleSocket(directory: string): void {
  const stale = readdirSync(directory).filter((name) => name.startsWith('server.'));
  stale.forEach((name) => rmSync(join(directory, name)));
}

async function output(program: string, args: string[]): Promise<string> {
  return (await promisify(execFile)(program, args)).stdout;
}
