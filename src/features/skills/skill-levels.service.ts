import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { Configuration } from '../../platform/tenancy/configuration';
import { AgentsReader } from '../agents/agents.reader';
import { QueuesReader } from '../queues/queues.reader';
import type { SkillLevel } from './domain/skill-level';
import { SkillsRepository } from './skills.repository';

type SkillList = { skills: SkillLevel[] };

/** What an agent can do, and what a queue asks for. */
@Injectable()
export class SkillLevelsService {
  constructor(
    private readonly skills: SkillsRepository,
    private readonly agents: AgentsReader,
    private readonly queues: QueuesReader,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  async ofAgent(agentId: string): Promise<SkillList> {
    if (!(await this.agents.find(agentId))) throw AppError.notFound();
    return { skills: await this.skills.ofAgent(agentId) };
  }

  setOfAgent(agentId: string, wanted: SkillLevel[]): Promise<SkillList> {
    return this.configuration.change(async () => {
      if (!(await this.agents.lock(agentId))) throw AppError.notFound();
      await this.refuse(wanted);
      await this.skills.replaceOfAgent(agentId, wanted, this.clock.now());
      return this.ofAgent(agentId);
    });
  }

  async ofQueue(queueId: string): Promise<SkillList> {
    if (!(await this.queues.exists(queueId))) throw AppError.notFound();
    return { skills: await this.skills.ofQueue(queueId) };
  }

  setOfQueue(queueId: string, wanted: SkillLevel[]): Promise<SkillList> {
    return this.configuration.change(async () => {
      if (!(await this.queues.lock(queueId))) throw AppError.notFound();
      await this.refuse(wanted);
      await this.skills.replaceOfQueue(queueId, wanted, this.clock.now());
      return this.ofQueue(queueId);
    });
  }

  private async refuse(wanted: SkillLevel[]): Promise<void> {
    const ids = wanted.map(({ skillId }) => skillId);
    const again = ids.findIndex((id, at) => ids.indexOf(id) < at);
    if (again >= 0) throw AppError.invalid(`/skills/${again}/skill_id`, 'must be named once');
    const known = await this.skills.lockExisting([...ids].sort());
    const unknown = ids.findIndex((id) => !known.has(id));
    if (unknown >= 0) throw AppError.invalid(`/skills/${unknown}/skill_id`, 'must be a skill of this tenant');
  }
}
