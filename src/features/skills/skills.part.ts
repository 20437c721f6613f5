import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AgentsReader } from '../agents/agents.reader';
import { QueuesReader } from '../queues/queues.reader';
import { changeOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { SkillLevelSpec, SkillSpec, TenantSpec } from '../tenants/domain/tenant-spec';
import type { SkillLevel } from './domain/skill-level';
import { SkillsRepository } from './skills.repository';

const keyOf = (skill: SkillSpec) => skill.name;

interface Owner {
  /** The agent's number, the queue's name. */
  name: string;
  skills: SkillLevelSpec[];
}

/** The skills of a tenant's file, who has them and which queues ask for them; a file that does not tell of any leaves those that there are. */
@Injectable()
export class SkillsPart implements TenantPart, OnModuleInit {
  /** After the agents who have them and the queues that ask for them. */
  readonly order = 55;

  constructor(
    private readonly parts: TenantParts,
    private readonly skills: SkillsRepository,
    private readonly agents: AgentsReader,
    private readonly queues: QueuesReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  /** Agents and queues tell themselves which they have and ask for. */
  async read(): Promise<Partial<TenantSpec>> {
    const skills = await this.skills.all();
    return { skills: skills.length === 0 ? null : skills.map(({ name, description }) => ({ name, description })) };
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    await this.writeSkills(current, desired);
    const createdAt = this.clock.now();
    const ids = new Map((await this.skills.all()).map(({ name, id }) => [name, id]));
    const levels = ({ skills }: Owner): SkillLevel[] => skills.map(({ skill, level }) => ({ skillId: ids.get(skill) ?? '', level }));
    const agents = await this.agents.idsByNumber();
    for (const agent of differing(agentsOf(current), agentsOf(desired))) {
      await this.skills.replaceOfAgent(agents.get(agent.name) ?? '', levels(agent), createdAt);
    }
    const queues = await this.queues.idsByName();
    for (const queue of differing(queuesOf(current), queuesOf(desired))) {
      await this.skills.replaceOfQueue(queues.get(queue.name) ?? '', levels(queue), createdAt);
    }
  }

  async remove(current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    const { removed } = changeOf(current.skills ?? [], desired?.skills ?? [], keyOf);
    for (const { name } of removed) {
      const skill = await this.skills.findByName(name);
      if (skill) await this.skills.remove(skill.id, skill.version);
    }
  }

  private async writeSkills(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added, changed } = changeOf(current?.skills ?? [], desired.skills ?? [], keyOf);
    const createdAt = this.clock.now();
    for (const { name, description } of added) await this.skills.insert({ id: newId('skill'), name, description, version: 1, createdAt });
    for (const { name, description } of changed) {
      const skill = await this.skills.findByName(name);
      if (!skill) throw new Error(`The skill ${name} vanished while it was written.`);
      await this.skills.save(skill.id, skill.version, { description });
    }
  }
}

function agentsOf(spec: TenantSpec | null): Owner[] {
  return (spec?.agents ?? []).map(({ number, skills }) => ({ name: number, skills }));
}

function queuesOf(spec: TenantSpec | null): Owner[] {
  return (spec?.queues ?? []).map(({ name, requires }) => ({ name, skills: requires }));
}

/** Those whose skills are others than before; who is new had none. */
function differing(current: Owner[], desired: Owner[]): Owner[] {
  const { added, changed } = changeOf(current, desired, ({ name }) => name);
  return [...added.filter(({ skills }) => skills.length > 0), ...changed];
}
