import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { Agent } from './agent.entity';
import { AgentSpell } from './agent-spell.entity';

type Presence = Pick<Agent, 'status' | 'statusSince' | 'breakReason'>;

/** The only place that writes spells. */
@Injectable()
export class AgentSpellsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Ends the state that lasts, and begins the next: nothing for whoever is logged out. */
  async follow(agent: string, { status, statusSince: since, breakReason: reason }: Presence): Promise<void> {
    const table = this.database.table(AgentSpell);
    await table.update({ agent, until: IsNull(), state: Not('wrap_up') }, { until: since });
    if (status === 'logged_out') return;
    await table.insert({ id: newId('agentSpell'), createdAt: since, agent, state: status, reason, since, until: null });
  }

  /** The work after the call that ended at `since`. Told again, and in whatever order, the earliest end holds. */
  async keepWrapUp(agent: string, since: Date, until: Date): Promise<void> {
    await this.database.sql(
      `INSERT INTO agent_spells (tenant_id, id, created_at, agent, state, reason, since, until)
       VALUES (?, ?, ?, ?, 'wrap_up', NULL, ?, ?) ON DUPLICATE KEY UPDATE until = LEAST(until, VALUES(until))`,
      [tenantContext.tenantId(), newId('agentSpell'), since, agent, since, until],
    );
  }
}
