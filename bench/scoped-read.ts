import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { startInstance } from '../scripts/provisioning/instance';
import { applyTenants } from '../scripts/start/tenants';
import { Queue } from '../src/features/queues/queue.entity';
import { TenantDatabase } from '../src/platform/database/tenant-database';
import { tenantContext } from '../src/platform/tenancy/tenant-context';
import type { Figure } from './figure';
import { percentile, rounded } from './statistics';

const ROUNDS = 9;
const READS = 2_000;

interface Key {
  tenantId: string;
  id: string;
}

/**
 * Reads a second of one tenant's queue by its key, through the tenant's table (the tenant's view, the connection's
 * ticket, an entity in the end), divided by the same key read from the base table over bare mysql2; each by one reader,
 * in turn, the median of the rounds. `inTurn`: each read another tenant's.
 */
export async function scopedReadVsMysql2(log: (line: string) => void): Promise<Figure> {
  const instance = await startInstance(log);
  const connection = await createConnection({ uri: instance.environment['DATABASE_URL'] ?? '', timezone: 'Z' });
  try {
    return await instance.with(async (app) => {
      await applyTenants(app);
      const keys = await queueOfEachTenant(connection);
      const [one] = keys;
      if (!one) throw new Error('no tenant has a queue');
      const tenants = app.get(TenantDatabase);
      const rounds: { bare: number; scoped: number; inTurn: number }[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        rounds.push({
          bare: await perSecond([one], (key) => readBare(connection, key)),
          scoped: await perSecond([one], (key) => readScoped(tenants, key)),
          inTurn: await perSecond(keys, (key) => readScoped(tenants, key)),
        });
      }
      return figureOf(rounds.slice(1), keys.length);
    });
  } finally {
    await connection.end();
    await instance.stop();
  }
}

function figureOf(rounds: readonly { bare: number; scoped: number; inTurn: number }[], tenants: number): Figure {
  const ratios = rounds.map(({ bare, scoped }) => scoped / bare);
  return {
    figure: 'scoped-read-vs-mysql2',
    value: rounded(percentile(ratios, 0.5), 2),
    unit: 'ratio',
    goal: 0.5,
    detail: {
      rounds: rounds.length,
      lowest: rounded(Math.min(...ratios), 2),
      highest: rounded(Math.max(...ratios), 2),
      tenantsInTurn: tenants,
      inTurnRatio: rounded(percentile(rounds.map(({ bare, inTurn }) => inTurn / bare), 0.5), 2),
    },
  };
}

async function perSecond(keys: readonly Key[], read: (key: Key) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  for (let turn = 0; turn < READS; turn += 1) {
    if (!(await read(keys[turn % keys.length] as Key))) throw new Error('a queue was not found');
  }
  return (READS * 1000) / (performance.now() - began);
}

async function readBare(connection: Connection, { tenantId, id }: Key): Promise<unknown> {
  const sql = 'SELECT * FROM queues WHERE tenant_id = ? AND id = ?';
  return (await connection.query<RowDataPacket[]>(sql, [tenantId, id]))[0][0];
}

function readScoped(tenants: TenantDatabase, { tenantId, id }: Key): Promise<Queue | null> {
  return tenantContext.open({ tenantId }, () => tenants.table(Queue).findOne({ id }));
}

async function queueOfEachTenant(connection: Connection): Promise<Key[]> {
  const sql = 'SELECT tenant_id AS tenantId, MIN(id) AS id FROM queues GROUP BY tenant_id';
  const [rows] = await connection.query<RowDataPacket[]>(sql);
  return rows as Key[];
}
