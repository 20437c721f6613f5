import { startInstance } from '../scripts/provisioning/instance';
import { applyTenants } from '../scripts/start/tenants';
import { Queue } from '../src/features/queues/queue.entity';
import { ProviderDatabase } from '../src/platform/database/provider-database';
import { TenantDatabase } from '../src/platform/database/tenant-database';
import { TenantTable } from '../src/platform/database/tenant-table';
import { tenantContext } from '../src/platform/tenancy/tenant-context';
import type { Figure } from './figure';
import { percentile, rounded } from './statistics';

const ROUNDS = 9;
const CHANGES = 300;

interface Key {
  tenantId: string;
  id: string;
}

/** Microseconds a change, each way. */
interface Round {
  plain: number;
  audited: number;
}

/**
 * What the audit log adds to a change: microseconds of a transaction that changes one queue through its audited table
 * (which reads the row as it was, digests the entry and seals the chain's end), less those of the same transaction
 * through the plain table; one writer, durable, in turn, the median of the rounds.
 */
export async function auditAppendUs(log: (line: string) => void): Promise<Figure> {
  const instance = await startInstance(log);
  try {
    return await instance.with(async (app) => {
      await applyTenants(app);
      const tenants = app.get(TenantDatabase);
      const [queue] = await app.get(ProviderDatabase).sql<Key>('SELECT tenant_id AS tenantId, id FROM queues LIMIT 1');
      if (!queue) throw new Error('no tenant has a queue');
      const rounds: Round[] = [];
      // the first warms up
      for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await measure(tenants, queue));
      return figureOf(rounds.slice(1));
    });
  } finally {
    await instance.stop();
  }
}

function measure(tenants: TenantDatabase, { tenantId, id }: Key): Promise<Round> {
  const plain = () => new TenantTable(Queue, tenantContext.current().manager ?? unopened(), tenantId);
  const audited = () => tenants.table(Queue);
  const changeThrough = (table: () => TenantTable<Queue>) => microseconds(async (turn) => {
    const name = `queue-${turn}`;
    await tenants.transaction(() => table().update({ id }, { name }));
  });
  return tenantContext.open({ tenantId }, async () => ({
    plain: await changeThrough(plain),
    audited: await changeThrough(audited),
  }));
}

function unopened(): never {
  throw new Error('this runs in a transaction');
}

async function microseconds(change: (turn: number) => Promise<void>): Promise<number> {
  const began = performance.now();
  for (let turn = 0; turn < CHANGES; turn += 1) await change(turn);
  return ((performance.now() - began) * 1000) / CHANGES;
}

function figureOf(rounds: readonly Round[]): Figure {
  const added = rounds.map(({ plain, audited }) => audited - plain);
  return {
    figure: 'audit-append-us',
    value: rounded(percentile(added, 0.5), 0),
    unit: 'µs',
    goal: 2000,
    detail: {
      rounds: rounds.length,
      lowest: rounded(Math.min(...added), 0),
      highest: rounded(Math.max(...added), 0),
      plainChange: rounded(percentile(rounds.map(({ plain }) => plain), 0.5), 0),
      auditedChange: rounded(percentile(rounds.map(({ audited }) => audited), 0.5), 0),
    },
  };
}
