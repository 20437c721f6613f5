import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { Outbox } from '../../platform/events/outbox';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { TeamMembers } from '../teams/domain/team-members';
import './agents.events';
import { AgentsRepository } from './agents.repository';

/** Which agents belong to which team. */
@Injectable()
export class AgentTeams extends TeamMembers {
  constructor(
    private readonly agents: AgentsRepository,
    private readonly database: TenantDatabase,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  override async count(): Promise<Map<string, number>> {
    const rows = await this.database.sql<{ teamId: string; agents: string }>(
      'SELECT team_id AS teamId, COUNT(*) AS agents FROM agents WHERE tenant_id = ? AND team_id IS NOT NULL GROUP BY team_id',
      [tenantContext.tenantId()],
    );
    return new Map(rows.map(({ teamId, agents }) => [teamId, Number(agents)]));
  }

  override async release(teamId: string): Promise<void> {
    const numbers = await this.agents.leaveTeam(teamId);
    await this.outbox.add('agent.status_changed', ...numbers.map((number) => ({ number })));
  }
}
