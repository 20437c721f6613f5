import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { Queue } from './queue.entity';

const AGENTS_AT_WORK = `
  SELECT q.name, COUNT(a.id) AS agents FROM queues q
    LEFT JOIN tiers t ON t.tenant_id = q.tenant_id AND t.queue_id = q.id
    LEFT JOIN agents a ON a.tenant_id = t.tenant_id AND a.id = t.agent_id AND a.status IN ('available', 'available_on_demand')
   WHERE q.tenant_id = ? GROUP BY q.name`;

/** The narrow questions that other features may ask. */
@Injectable()
export class QueuesReader {
  constructor(private readonly database: TenantDatabase) {}

  async idsByName(): Promise<Map<string, string>> {
    const queues = await this.database.table(Queue).find();
    return new Map(queues.map(({ name, id }) => [name, id]));
  }

  /** How many agents of each queue take calls now, whether they talk or wait for one: those on a break do not. */
  async agentsAtWork(): Promise<Map<string, number>> {
    const rows = await this.database.sql<{ name: string; agents: string | number }>(AGENTS_AT_WORK, [tenantContext.tenantId()]);
    return new Map(rows.map(({ name, agents }) => [name, Number(agents)]));
  }
}
