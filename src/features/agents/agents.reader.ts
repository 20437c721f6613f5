import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { Agent } from './agent.entity';
import { AgentSpell } from './agent-spell.entity';

export type { Agent } from './agent.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class AgentsReader {
  constructor(private readonly database: TenantDatabase) {}

  all(): Promise<Agent[]> {
    return this.database.table(Agent).find();
  }

  find(id: string): Promise<Agent | null> {
    return this.database.table(Agent).findOne({ id });
  }

  /** Held until the transaction ends: the agent neither signs out nor goes meanwhile. */
  lock(id: string): Promise<Agent | null> {
    return this.database.table(Agent).lockOne({ id });
  }

  ofNumber(number: string): Promise<Agent | null> {
    return this.database.table(Agent).findOne({ number });
  }

  /** Those of the ids that are this tenant's agents. */
  async existing(ids: string[]): Promise<Set<string>> {
    const agents = await this.database.table(Agent).find({ id: In(ids) });
    return new Set(agents.map((agent) => agent.id));
  }

  async idsByNumber(): Promise<Map<string, string>> {
    const agents = await this.database.table(Agent).find();
    return new Map(agents.map(({ number, id }) => [number, id]));
  }

  /** The agent whose fixed seat it is, or who sits there now. */
  async ofSeat(seatId: string): Promise<Agent | null> {
    const table = this.database.table(Agent);
    return (await table.findOne({ seatId })) ?? table.findOne({ signedInSeatId: seatId });
  }

  /** Who sits there now. */
  signedInAt(signedInSeatId: string): Promise<Agent | null> {
    return this.database.table(Agent).findOne({ signedInSeatId });
  }

  /** An agent's spells that reach into the time between two instants. */
  spellsOf(number: string, from: Date, until: Date): Promise<AgentSpell[]> {
    return this.database
      .table(AgentSpell)
      .query('spell')
      .andWhere('spell.agent = :number AND spell.since < :until', { number, until })
      .andWhere('(spell.until IS NULL OR spell.until > :from)', { from })
      .getMany();
  }

  /** The agent that a user signs in as, if any. */
  ofUser(userId: string): Promise<Agent | null> {
    return this.database.table(Agent).findOne({ userId });
  }
}
