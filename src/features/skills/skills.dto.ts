import { PartialType } from '@nestjs/swagger';
import { IdField, IdListField, IntegerField, ListField, TextField, TimeField } from '../../platform/http/fields';
import { FREE_TEXT } from '../tenants/domain/text-rules';
import { MOST_SKILLS_OF_AGENT, MOST_SKILLS_OF_QUEUE, SKILL_LEVELS } from './domain/skill-level';

const NAME = { max: 64, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule, example: 'English' };
const DESCRIPTION = { min: 0, max: 200, example: 'Leads a conversation in English.' };

export class SkillDto {
  @IdField('skill')
  id: string;

  @TextField(NAME)
  name: string;

  @TextField(DESCRIPTION)
  description: string;

  @IntegerField({ example: 6, description: 'How many agents have it.' })
  agents: number;

  @IdListField('queue', { maxItems: 500, description: 'Queues that ask for it.' })
  queueIds: string[];

  @TimeField()
  createdAt: Date;
}

export class CreateSkillDto {
  @TextField(NAME)
  name: string;

  @TextField({ ...DESCRIPTION, optional: true })
  description?: string;
}

export class ChangeSkillDto extends PartialType(CreateSkillDto, { skipNullProperties: false }) {}

class SkillLevelDto {
  @IdField('skill')
  skillId: string;

  @IntegerField({ ...SKILL_LEVELS, example: 4, description: 'From 1, a beginner, to 5, a master.' })
  level: number;
}

class SkilledAgentDto {
  @IdField('agent')
  agentId: string;

  @IntegerField({ ...SKILL_LEVELS, example: 4 })
  level: number;
}

export class SkilledAgentListDto {
  @ListField(() => SkilledAgentDto, { max: 30_000, description: 'The best first.' })
  agents: SkilledAgentDto[];
}

export class AgentSkillListDto {
  @ListField(() => SkillLevelDto, { max: MOST_SKILLS_OF_AGENT })
  skills: SkillLevelDto[];
}

export class QueueSkillListDto {
  @ListField(() => SkillLevelDto, { max: MOST_SKILLS_OF_QUEUE, description: 'What its agents must have, each at that level or above.' })
  skills: SkillLevelDto[];
}
