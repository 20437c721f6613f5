import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AgentRow, MemberRow, TierRow } from './tables';

interface Tables {
  agents: AgentRow[];
  tiers: TierRow[];
  members: MemberRow[];
}

const FILE = 'callcenter.json';

/** The module's database: rows in memory, kept in a file that a killed process leaves whole. */
export class CallcenterStore {
  private readonly agentsByName = new Map<string, AgentRow>();
  private readonly tiersByQueue = new Map<string, Map<string, TierRow>>();
  private readonly membersByUuid = new Map<string, MemberRow>();
  private saving = false;

  /** @param directory where the file stands; empty keeps nothing */
  constructor(private readonly directory: string) {
    if (directory) mkdirSync(directory, { recursive: true });
    const path = join(directory, FILE);
    if (!directory || !existsSync(path)) return;
    const tables = JSON.parse(readFileSync(path, 'utf8')) as Tables;
    for (const agent of tables.agents) this.agentsByName.set(agent.name, agent);
    for (const tier of tables.tiers) this.putTier(tier);
    for (const member of tables.members) this.membersByUuid.set(member.uuid, member);
  }

  /** Every change goes through here or one of the calls below, so that none is left out of the file. */
  changed(): void {
    if (!this.directory || this.saving) return;
    this.saving = true;
    setImmediate(() => {
      this.saving = false;
      this.save();
    });
  }

  save(): void {
    if (!this.directory) return;
    const tables: Tables = { agents: this.agents(), tiers: this.tiers(), members: this.members() };
    const path = join(this.directory, FILE);
    writeFileSync(`${path}.new`, JSON.stringify(tables));
    renameSync(`${path}.new`, path);
  }

  agents(): AgentRow[] {
    return [...this.agentsByName.values()];
  }

  agent(name: string): AgentRow | undefined {
    return this.agentsByName.get(name);
  }

  putAgent(agent: AgentRow): void {
    this.agentsByName.set(agent.name, agent);
    this.changed();
  }

  deleteAgent(name: string): void {
    this.agentsByName.delete(name);
    for (const tiers of this.tiersByQueue.values()) tiers.delete(name);
    this.changed();
  }

  tiers(): TierRow[] {
    return [...this.tiersByQueue.values()].flatMap((tiers) => [...tiers.values()]);
  }

  tiersOf(queue: string): TierRow[] {
    return [...(this.tiersByQueue.get(queue)?.values() ?? [])];
  }

  tiersOfAgent(agent: string): TierRow[] {
    return [...this.tiersByQueue.values()].flatMap((tiers) => tiers.get(agent) ?? []);
  }

  tier(queue: string, agent: string): TierRow | undefined {
    return this.tiersByQueue.get(queue)?.get(agent);
  }

  putTier(tier: TierRow): void {
    const tiers = this.tiersByQueue.get(tier.queue) ?? new Map<string, TierRow>();
    tiers.set(tier.agent, tier);
    this.tiersByQueue.set(tier.queue, tiers);
    this.changed();
  }

  deleteTier(queue: string, agent: string): void {
    this.tiersByQueue.get(queue)?.delete(agent);
    this.changed();
  }

  members(): MemberRow[] {
    return [...this.membersByUuid.values()];
  }

  membersOf(queue: string): MemberRow[] {
    return this.members().filter((member) => member.queue === queue);
  }

  member(uuid: string): MemberRow | undefined {
    return this.membersByUuid.get(uuid);
  }

  putMember(member: MemberRow): void {
    this.membersByUuid.set(member.uuid, member);
    this.changed();
  }

  deleteMember(uuid: string): void {
    this.membersByUuid.delete(uuid);
    this.changed();
  }

  /** What module load does after an unclean end: nobody is in a call, waiting callers are gone. */
  reset(): void {
    for (const agent of this.agents()) Object.assign(agent, { state: 'Waiting', uuid: '', external_calls_count: 0 });
    for (const tier of this.tiers()) if (this.agent(tier.agent)) tier.state = 'Ready';
    for (const member of this.members()) Object.assign(member, { state: 'Abandoned', session_uuid: '' });
    this.changed();
  }

  truncate(table: 'agents' | 'tiers'): void {
    if (table === 'agents') this.agentsByName.clear();
    else this.tiersByQueue.clear();
    this.changed();
  }
}
