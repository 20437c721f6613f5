import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import IoRedis from 'ioredis';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { isAlive, processesIn, processIdentity } from './processes';
import { startServices, type Services } from './services';

const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'seatline-services-')));
let dataDir: string;
let lines: string[];
let count = 0;

beforeEach(() => {
  dataDir = join(temporary, `data ${(count += 1)}`);
  lines = [];
});
afterEach(() => pids().forEach((pid) => process.kill(pid, 'SIGKILL')));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const start = (overrides: { durable?: boolean; directories?: string[]; environment?: Record<string, string> } = {}) =>
  startServices({ dataDir, log: (line) => lines.push(line), durable: true, environment: {}, ...overrides });

const pids = () =>
  [
    ...processesIn(join(dataDir, 'mariadb'), ['mariadbd', 'mysqld']),
    ...processesIn(join(dataDir, 'redis'), ['redis-server', 'redis-check-rdb']),
  ].map(({ pid }) => pid);

async function sql<T>(url: string, statement: string): Promise<T[]> {
  const connection = await createConnection(url);
  const [rows] = await connection.query<RowDataPacket[]>(statement);
  await connection.end();
  return rows as T[];
}

async function redis<T>(url: string, work: (connection: IoRedis) => Promise<T>): Promise<T> {
  const connection = new IoRedis(url);
  const answer = await work(connection);
  await connection.quit();
  return answer;
}

async function writeProbe({ databaseUrl, redisUrl }: Services): Promise<void> {
  await sql(databaseUrl, 'CREATE TABLE probe (text VARCHAR(20) PRIMARY KEY)');
  await sql(databaseUrl, `INSERT INTO probe VALUES ('kept')`);
  await redis(redisUrl, (connection) => connection.set('probe', 'kept'));
}

async function readProbe({ databaseUrl, redisUrl }: Services): Promise<unknown[]> {
  const rows = await sql<{ text: string }>(databaseUrl, 'SELECT text FROM probe');
  return [rows[0]?.text, await redis(redisUrl, (connection) => connection.get('probe'))];
}

describe('private servers', () => {
  it('are durable, speak utf8mb4, know UTC only and keep their passwords to their owner', async () => {
    const services = await start();
    const [settings] = await sql(
      services.databaseUrl,
      `SELECT @@innodb_flush_log_at_trx_commit flush, @@innodb_doublewrite doublewrite, @@time_zone zone,
        @@character_set_server characters, @@bind_address address, @@skip_name_resolve unresolved`,
    );
    expect(settings).toEqual({
      flush: 1,
      doublewrite: 1,
      zone: '+00:00',
      characters: 'utf8mb4',
      address: '127.0.0.1',
      unresolved: 1,
    });
    const names = ['appendonly', 'appendfsync', 'maxmemory-policy'];
    const values = await redis(services.redisUrl, (connection) =>
      Promise.all(names.map(async (name) => ((await connection.config('GET', name)) as string[])[1])),
    );
    expect(values).toEqual(['yes', 'always', 'noeviction']);
    for (const file of ['services.json', 'mariadb.init.sql', 'redis.conf']) {
      expect(statSync(join(dataDir, file)).mode & 0o077).toBe(0);
    }
    await services.stop();
    expect(pids()).toEqual([]);
  });

  it('keep data, ports and passwords over a graceful stop', async () => {
    const first = await start();
    await writeProbe(first);
    await first.stop();
    const second = await start();
    expect([second.databaseUrl, second.redisUrl]).toEqual([first.databaseUrl, first.redisUrl]);
    expect(await readProbe(second)).toEqual(['kept', 'kept']);
  });

  it('recover what was committed when they are killed', async () => {
    const first = await start();
    await writeProbe(first);
    pids().forEach((pid) => process.kill(pid, 'SIGKILL'));
    expect(await readProbe(await start())).toEqual(['kept', 'kept']);
  });

  it('are reused when a run was killed and left them behind', async () => {
    await start();
    const before = pids();
    await start();
    expect(before).toHaveLength(2);
    expect(pids()).toEqual(before);
  });

  it('are started once by two starts at the same time', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect([one.databaseUrl, one.redisUrl]).toEqual([two.databaseUrl, two.redisUrl]);
    expect(pids()).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('Another start'))).toHaveLength(1);
  });

  it('stay while another living process uses them', async () => {
    const services = await start();
    const other = spawn('sleep', ['60']);
    const file = join(dataDir, 'services.json');
    const state = JSON.parse(readFileSync(file, 'utf8')) as { users: string[] };
    const identity = processIdentity(other.pid ?? 0) ?? '';
    writeFileSync(file, JSON.stringify({ ...state, users: [...state.users, identity] }));
    await services.stop();
    expect(pids()).toHaveLength(2);
    await new Promise((resolve) => other.once('exit', resolve) && other.kill('SIGKILL'));
    expect(isAlive(identity)).toBe(false);
    await services.stop();
    expect(pids()).toEqual([]);
  });

  it('move to another port when a stranger listens on theirs', async () => {
    const first = await start();
    await writeProbe(first);
    await first.stop();
    const strangers = [first.databaseUrl, first.redisUrl].map((url) =>
      createServer((socket) => socket.destroy()).listen(Number(new URL(url).port), '127.0.0.1'),
    );
    const second = await start();
    expect(new URL(second.databaseUrl).port).not.toBe(new URL(first.databaseUrl).port);
    expect(new URL(second.redisUrl).port).not.toBe(new URL(first.redisUrl).port);
    expect(await readProbe(second)).toEqual(['kept', 'kept']);
    strangers.forEach((stranger) => stranger.close());
  });

  it('get new passwords when the remembered ones are lost, running or not', async () => {
    const first = await start();
    await writeProbe(first);
    rmSync(join(dataDir, 'services.json'));
    const second = await start();
    expect(second.databaseUrl).not.toBe(first.databaseUrl);
    expect(await readProbe(second)).toEqual(['kept', 'kept']);
    await second.stop();
    rmSync(join(dataDir, 'services.json'));
    expect(await readProbe(await start())).toEqual(['kept', 'kept']);
  });

  it('begin afresh when their data was deleted under them, and leave no orphan', async () => {
    await start();
    const before = pids().map((pid) => processIdentity(pid) ?? '');
    rmSync(dataDir, { recursive: true });
    const second = await start();
    expect(before.filter(isAlive)).toEqual([]);
    expect(await sql(second.databaseUrl, 'SHOW TABLES')).toEqual([]);
  });

  it('finish an initialisation that was interrupted', async () => {
    mkdirSync(join(dataDir, 'mariadb.new', 'mysql'), { recursive: true });
    const { databaseUrl } = await start();
    expect(await sql(databaseUrl, 'SELECT 1 one')).toEqual([{ one: 1 }]);
  });

  it('work under a path longer than the name of a unix socket may be', async () => {
    dataDir = join(dataDir, 'a-quite-long-directory-name'.repeat(3), 'another-quite-long-directory-name'.repeat(3));
    const { databaseUrl } = await start();
    expect(await sql(databaseUrl, 'SELECT 1 one')).toEqual([{ one: 1 }]);
  });

  it('begin afresh each time where nothing has to last', async () => {
    const first = await start({ durable: false });
    await writeProbe(first);
    await first.stop();
    const second = await start({ durable: false });
    expect(await sql(second.databaseUrl, 'SHOW TABLES')).toEqual([]);
    expect(await redis(second.redisUrl, (connection) => connection.get('probe'))).toBeNull();
  });

  it('show the end of their log when they cannot start', async () => {
    const services = await start();
    await services.stop();
    writeFileSync(join(dataDir, 'mariadb', 'ibdata1'), 'not a tablespace');
    await expect(start()).rejects.toThrow(/MariaDB does not start\..*mariadb\.log:\n(.*\n)*.*\[ERROR\]/);
  });
});

describe('missing servers', () => {
  it('are named with the command that installs them', async () => {
    const empty = join(temporary, 'empty');
    await expect(start({ directories: [empty] })).rejects.toThrow(
      [
        `MariaDB (or MySQL 8) is missing: no mariadbd or mysqld in ${empty}.`,
        'Install it, on Debian with:  sudo apt-get install mariadb-server-core mariadb-client-core',
        'or name a server that you have:  DATABASE_URL=mysql://user:password@127.0.0.1:3306/seatline',
      ].join('\n'),
    );
  });
});

describe('servers that the environment names', () => {
  it('are used as they are, and nothing private is started', async () => {
    const { databaseUrl, redisUrl } = await start();
    const own = dataDir;
    dataDir = join(temporary, 'unused');
    const services = await start({ environment: { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } });
    expect([services.databaseUrl, services.redisUrl]).toEqual([databaseUrl, redisUrl]);
    expect(pids()).toEqual([]);
    dataDir = own;
    await services.stop();
    expect(pids()).toHaveLength(2);
  });

  it('are named when they refuse us', async () => {
    const { databaseUrl, redisUrl } = await start();
    const wrong = (url: string) => url.replace(/:[0-9a-f]{48}@/, ':wrong@');
    const wrongDatabase = start({ environment: { DATABASE_URL: wrong(databaseUrl) } });
    await expect(wrongDatabase).rejects.toThrow(/^DATABASE_URL: .*denied/);
    const wrongRedis = start({ environment: { REDIS_URL: wrong(redisUrl) } });
    await expect(wrongRedis).rejects.toThrow(/^REDIS_URL: .*WRONGPASS/);
  });
});
