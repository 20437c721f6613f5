import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { Configuration } from '../../platform/tenancy/configuration';
import type { Skill } from './skill.entity';
import type { ChangeSkillDto, CreateSkillDto, SkillDto, SkilledAgentListDto } from './skills.dto';
import { SkillsRepository } from './skills.repository';

/** With what its row does not tell. */
type WholeSkill = Skill & Pick<SkillDto, 'agents' | 'queueIds'>;

@Injectable()
export class SkillsService {
  constructor(
    private readonly skills: SkillsRepository,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  async list(request: PageRequest): Promise<Page<WholeSkill>> {
    const { data, hasMore } = await this.skills.page(request);
    return { data: await this.whole(data), hasMore };
  }

  async get(id: string): Promise<WholeSkill> {
    const skill = await this.skills.find(id);
    if (!skill) throw AppError.notFound();
    const [whole] = await this.whole([skill]);
    return whole!;
  }

  /** The best first. */
  async agents(id: string): Promise<SkilledAgentListDto> {
    await this.get(id);
    return { agents: await this.skills.whoHas(id) };
  }

  create({ name, description = '' }: CreateSkillDto): Promise<WholeSkill> {
    return this.configuration.change(async () => {
      const id = newId('skill');
      await this.refuseNamesake(id, name);
      await this.skills.insert({ id, name, description, version: 1, createdAt: this.clock.now() });
      return this.get(id);
    });
  }

  change(id: string, version: number, settings: ChangeSkillDto): Promise<WholeSkill> {
    return this.configuration.change(async () => {
      await this.get(id);
      await this.refuseNamesake(id, settings.name);
      if (!(await this.skills.save(id, version, settings))) throw AppError.stale();
      return this.get(id);
    });
  }

  /** A queue that asks for it would be served by others than before. */
  async remove(id: string, version: number): Promise<void> {
    await this.configuration.change(async () => {
      // held, so that no queue begins to ask for it
      await this.skills.lockExisting([id]);
      const { queueIds } = await this.get(id);
      if (queueIds.length > 0) throw new AppError('conflict', 'A queue asks for the skill: take it off the queue first.');
      if (!(await this.skills.remove(id, version))) throw AppError.stale();
    });
  }

  private async whole(skills: Skill[]): Promise<WholeSkill[]> {
    const [had, asked] = [await this.skills.agentSkills(), await this.skills.queueSkills()];
    return skills.map((skill) => ({
      ...skill,
      agents: had.filter(({ skillId }) => skillId === skill.id).length,
      queueIds: asked.filter(({ skillId }) => skillId === skill.id).map(({ queueId }) => queueId),
    }));
  }

  private async refuseNamesake(id: string, name: string | undefined): Promise<void> {
    const namesake = name === undefined ? null : await this.skills.findByName(name);
    if (namesake && namesake.id !== id) throw new AppError('conflict', 'There is a skill of that name.');
  }
}
