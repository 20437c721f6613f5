import { Injectable } from '@nestjs/common';
import { RightsChanges } from '../auth/rights-changes';
import { TenantDatabase } from '../database/tenant-database';
import { Redis } from '../redis/redis';
import { tenantContext } from './tenant-context';

/**
 * Where a tenant's id is published after each change of its configuration; the reconcilers listen. Channels know no
 * database numbers, so the number is in the name: installations that share a Redis do not wake one another.
 */
export function configurationChannel(redis: { options: { db?: number } }): string {
  return `configuration:${redis.options.db ?? 0}`;
}

/** The one way to change what the switch is told about a tenant. */
@Injectable()
export class Configuration {
  constructor(
    private readonly tenants: TenantDatabase,
    private readonly redis: Redis,
    private readonly rights: RightsChanges,
  ) {}

  /** Runs the change in a transaction, counts it in the tenant's revision, and tells the switch's reconciler. */
  async change<T>(work: () => Promise<T>): Promise<T> {
    const tenantId = tenantContext.tenantId();
    const joined = tenantContext.current().manager !== undefined;
    const result = await this.tenants.transaction(async () => {
      const done = await work();
      await this.tenants.sql(
        'INSERT INTO tenant_revisions (tenant_id, revision) VALUES (?, 1) ON DUPLICATE KEY UPDATE revision = revision + 1',
        [tenantId],
      );
      return done;
    });
    if (!joined) await this.publish(tenantId);
    return result;
  }

  /** A tenant's whole file was applied: its people may have changed as well. */
  async announce(tenantId: string): Promise<void> {
    await this.publish(tenantId);
    await this.rights.announce(tenantId);
  }

  /** A lost announcement costs time, never correctness: the reconciler also looks by itself. */
  private async publish(tenantId: string): Promise<void> {
    await this.redis.publish(configurationChannel(this.redis), tenantId).catch(() => undefined);
  }
}
