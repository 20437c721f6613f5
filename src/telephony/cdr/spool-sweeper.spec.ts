import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from '../../platform/config/config';
import { Metrics } from '../../platform/health/metrics';
import { Log } from '../../platform/logging/log';
import { CdrIntake } from './cdr-intake';
import { type CdrFate, CdrStore, type ReadCdr } from './cdr-store';
import { SpoolSweeper } from './spool-sweeper';

/** Keeps in memory what it is given; out of reach when told. */
class MemoryStore extends CdrStore {
  readonly taken: string[] = [];
  inReach = true;

  override storeLegs(cdrs: ReadCdr[]): Promise<CdrFate[]> {
    if (!this.inReach) return Promise.reject(new Error('out of reach'));
    this.taken.push(...cdrs.map(({ leg }) => leg.uuid));
    return Promise.resolve(cdrs.map(() => 'stored'));
  }

  override storeUnreadable(): Promise<void> {
    return Promise.reject(new Error('out of reach'));
  }

  override refuses(): boolean {
    return false;
  }
}

class LinesOfLog extends Log {
  readonly lines: string[] = [];

  override info({ cdrs }: Record<string, unknown>, message: string): void {
    this.lines.push(`info ${message}: ${String(cdrs)}`);
  }

  override error({ unreadable, broughtInButUndeletable }: Record<string, unknown>, message: string): void {
    this.lines.push(`error ${message}: ${String(unreadable)}, ${String(broughtInButUndeletable)}`);
  }
}

const NOBODY = 65534;
const MANY = 450;

let spool: string;
let store: MemoryStore;
let log: LinesOfLog;
let config: Config;

beforeEach(() => {
  spool = mkdtempSync(join(tmpdir(), 'seatline-sweeper-'));
  config = Object.assign(new Config(), { CDR_SPOOL: spool, LOG_LEVEL: 'silent' });
  store = new MemoryStore();
  log = new LinesOfLog(config);
});
afterEach(() => {
  chmodSync(spool, 0o755);
  rmSync(spool, { recursive: true });
});

function spoolCdr(): string {
  const uuid = randomUUID();
  const times = { start_uepoch: '1795291096153389', end_uepoch: '1795291105693400', billsec: '0' };
  const variables = { uuid, direction: 'inbound', ...times };
  writeFileSync(join(spool, `${uuid}.cdr.json`), `${JSON.stringify({ switchname: 'sw1', variables })}\n`);
  return uuid;
}

/** Sweeps as often as told, as the timer does. */
async function sweep(times = 1): Promise<void> {
  const sweeper = new SpoolSweeper(config, new CdrIntake(store, new Metrics(), log), log);
  for (let time = 0; time < times; time += 1) await sweeper.sweep();
}

/** Does it as a user who may read the spool and delete nothing from it. */
async function withoutTheRight(work: () => Promise<void>): Promise<void> {
  const root = process.getuid?.() === 0;
  chmodSync(spool, 0o555);
  if (root) process.seteuid?.(NOBODY);
  try {
    await work();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

it('brings in the whole spool though nothing of it can be deleted, each once, and says so once', async () => {
  const uuids = Array.from({ length: MANY }, spoolCdr);
  await withoutTheRight(() => sweep(2));
  expect([...store.taken].sort()).toEqual([...uuids].sort());
  expect(readdirSync(spool)).toHaveLength(MANY);
  expect(log.lines).toEqual([
    `info CDR spool swept: ${MANY}`,
    `error spooled CDRs cannot be read or deleted: 0, ${MANY}`,
  ]);
});

it('goes on behind files that cannot be read', async () => {
  for (let index = 0; index < 250; index += 1) mkdirSync(join(spool, `0-${index}.cdr.json`));
  const uuid = spoolCdr();
  await sweep();
  expect(store.taken).toEqual([uuid]);
  expect(log.lines).toEqual(['info CDR spool swept: 1', 'error spooled CDRs cannot be read or deleted: 250, 0']);
});

it('stops where the store is out of reach, and deletes nothing', async () => {
  Array.from({ length: MANY }, spoolCdr);
  store.inReach = false;
  await expect(sweep()).rejects.toThrow('out of reach');
  expect(readdirSync(spool)).toHaveLength(MANY);
});
