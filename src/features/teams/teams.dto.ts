import { PartialType } from '@nestjs/swagger';
import { IdField, IdListField, IntegerField, ListField, TextField, TimeField } from '../../platform/http/fields';
import { FREE_TEXT } from '../tenants/domain/text-rules';

const MOST_SUPERVISORS = 100;

export class TeamSupervisorDto {
  @IdField('user')
  userId: string;

  @TextField({ max: 64, example: 'Supervisor' })
  name: string;
}

export class TeamDto {
  @IdField('team')
  id: string;

  @TextField({ max: 64, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule, example: 'Care' })
  name: string;

  @TextField({ min: 0, max: 200, example: 'The care line, by day.' })
  description: string;

  @ListField(() => TeamSupervisorDto, { max: MOST_SUPERVISORS, description: 'By name; who may no longer supervise calls is none.' })
  supervisors: TeamSupervisorDto[];

  @IntegerField({ example: 6, description: 'How many agents belong to it.' })
  agents: number;

  @TimeField()
  createdAt: Date;
}

export class CreateTeamDto {
  @TextField({ max: 64, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule, example: 'Care' })
  name: string;

  @TextField({ optional: true, min: 0, max: 200, example: 'The care line, by day.' })
  description?: string;

  @IdListField('user', { optional: true, maxItems: MOST_SUPERVISORS, description: 'Users whose role lets them supervise calls.' })
  supervisorIds?: string[];
}

export class ChangeTeamDto extends PartialType(CreateTeamDto, { skipNullProperties: false }) {}
