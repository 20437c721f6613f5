import type { DataSource, EntityManager } from 'typeorm';
import type { IsolationLevel } from 'typeorm/driver/types/IsolationLevel.js';
import type { AuditChains } from '../audit/audit-chains';
import { tenantContext } from '../tenancy/tenant-context';
import { retryDeadlock } from './retry-deadlock';

/** Runs work in a new transaction; what it did is written to the audit log last, so that its lock is held briefly. */
export function openTransaction<T>(
  source: DataSource,
  chains: AuditChains,
  work: () => Promise<T>,
  isolation?: IsolationLevel,
): Promise<T> {
  const run = (manager: EntityManager): Promise<T> =>
    tenantContext.withManager(manager, async () => {
      const done = await work();
      await chains.append(manager, tenantContext.current().audit ?? []);
      return done;
    });
  return retryDeadlock(() => (isolation ? source.transaction(isolation, run) : source.transaction(run)));
}
