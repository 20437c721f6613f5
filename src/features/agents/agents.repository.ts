import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { Agent } from './agent.entity';

export type AgentSettings = Omit<Agent, 'tenantId' | 'id' | 'createdAt' | 'version' | 'wrapUpWaivedUntil' | AgentPresence>;
export type AgentFilter = { teamId?: string };
type AgentPresence = 'status' | 'statusSince' | 'breakReason' | 'signedInSeatId';

/** Writes agents for the API. */
@Injectable()
export class AgentsRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest, filter: AgentFilter): Promise<Page<Agent>> {
    return this.database.table(Agent).page(request, filter);
  }

  find(id: string): Promise<Agent | null> {
    return this.database.table(Agent).findOne({ id });
  }

  findByNumber(number: string): Promise<Agent | null> {
    return this.database.table(Agent).findOne({ number });
  }

  findByFixedSeat(seatId: string): Promise<Agent | null> {
    return this.database.table(Agent).findOne({ seatId });
  }

  findByUser(userId: string): Promise<Agent | null> {
    return this.database.table(Agent).findOne({ userId });
  }

  findSignedInAt(signedInSeatId: string): Promise<Agent | null> {
    return this.database.table(Agent).findOne({ signedInSeatId });
  }

  lock(id: string): Promise<Agent | null> {
    return this.database.table(Agent).lockOne({ id });
  }

  lockByNumber(number: string): Promise<Agent | null> {
    return this.database.table(Agent).lockOne({ number });
  }

  insert(agent: Omit<Agent, 'tenantId'>): Promise<void> {
    return this.database.table(Agent).insert(agent);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: Partial<AgentSettings>): Promise<boolean> {
    return (await this.database.table(Agent).update({ id, version }, { ...patch, version: version + 1 })) === 1;
  }

  /** What an agent does from minute to minute is no configuration: the version stays. */
  async setPresence(id: string, presence: Pick<Agent, AgentPresence>): Promise<void> {
    await this.database.table(Agent).update({ id }, presence);
  }

  /** @param until null ends the waiver */
  async waiveWrapUp(id: string, until: Date | null): Promise<void> {
    await this.database.table(Agent).update({ id }, { wrapUpWaivedUntil: until });
  }

  /** @returns the numbers of those who belonged to it */
  async leaveTeam(teamId: string): Promise<string[]> {
    const table = this.database.table(Agent);
    const agents = await table.find({ teamId });
    if (agents.length > 0) await table.revise({ teamId }, { teamId: null });
    return agents.map(({ number }) => number);
  }

  async remove(id: string, version: number): Promise<boolean> {
    return (await this.database.table(Agent).remove({ id, version })) === 1;
  }
}
