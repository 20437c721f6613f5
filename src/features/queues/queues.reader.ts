import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { QueueSettings } from './domain/queue-settings';
import { OWN_PLACES } from './domain/places-sql';
import { Queue } from './queue.entity';

const AGENTS_AT_WORK = `
  SELECT q.name, COUNT(a.id) AS agents FROM queues q
    LEFT JOIN ${OWN_PLACES} p ON p.tenant_id = q.tenant_id AND p.queue_id = q.id
    LEFT JOIN agents a ON a.tenant_id = p.tenant_id AND a.id = p.agent_id AND a.status IN ('available', 'available_on_demand')
   WHERE q.tenant_id = ? GROUP BY q.name`;

const PLACES = `
  SELECT q.name AS queue, a.number AS agent, p.level FROM ${OWN_PLACES} p
    JOIN queues q ON q.tenant_id = p.tenant_id AND q.id = p.queue_id
    JOIN agents a ON a.tenant_id = p.tenant_id AND a.id = p.agent_id
   WHERE q.tenant_id = ?`;

const NAMES_OF_AGENT = `
  SELECT q.name FROM ${OWN_PLACES} p JOIN queues q ON q.tenant_id = p.tenant_id AND q.id = p.queue_id
   WHERE q.tenant_id = ? AND p.agent_id = ?`;

/** The narrow questions that other features may ask. */
@Injectable()
export class QueuesReader {
  constructor(private readonly database: TenantDatabase) {}

  async idsByName(): Promise<Map<string, string>> {
    const queues = await this.database.table(Queue).find();
    return new Map(queues.map(({ name, id }) => [name, id]));
  }

  async exists(id: string): Promise<boolean> {
    return (await this.database.table(Queue).count({ id })) === 1;
  }

  /** Held until the transaction ends: nobody removes it meanwhile. */
  lock(id: string): Promise<Queue | null> {
    return this.database.table(Queue).lockOne({ id });
  }

  /** Whether its calls want a wrap-up code; false for a queue that there is no more. */
  async requiresWrapUpCode(name: string): Promise<boolean> {
    return (await this.database.table(Queue).findOne({ name }))?.wrapUpCodeRequired ?? false;
  }

  /** Whose turn it is in each queue, by the agents' numbers. */
  async placesByQueue(): Promise<Map<string, { agent: string; level: number }[]>> {
    const rows = await this.database.sql<{ queue: string; agent: string; level: string | number }>(PLACES, ours());
    const queues = new Map<string, { agent: string; level: number }[]>();
    for (const { queue, agent, level } of rows) queues.set(queue, [...(queues.get(queue) ?? []), { agent, level: Number(level) }]);
    return queues;
  }

  /** The settings of those queues that there are. */
  async settingsOf(names: readonly string[]): Promise<Map<string, QueueSettings>> {
    const queues = names.length === 0 ? [] : await this.database.table(Queue).find({ name: In([...names]) });
    return new Map(queues.map(({ name, settings }) => [name, settings]));
  }

  /** The queues that an agent serves. */
  async namesOfAgent(agentId: string): Promise<string[]> {
    const rows = await this.database.sql<{ name: string }>(NAMES_OF_AGENT, [...ours(), agentId]);
    return rows.map(({ name }) => name);
  }

  /** How many agents of each queue take calls now, whether they talk or wait for one: those on a break do not. */
  async agentsAtWork(): Promise<Map<string, number>> {
    const rows = await this.database.sql<{ name: string; agents: string | number }>(AGENTS_AT_WORK, ours());
    return new Map(rows.map(({ name, agents }) => [name, Number(agents)]));
  }
}

/** The tenant that is set, as often as the statements ask for it: three times for the places, once for the queues. */
function ours(): string[] {
  return Array<string>(4).fill(tenantContext.tenantId());
}
