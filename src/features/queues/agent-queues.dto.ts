import { BooleanField, IdField, IntegerField, ListField } from '../../platform/http/fields';
import { BY_SKILL } from './queues.dto';

export class AgentQueueDto {
  @IdField('queue')
  queueId: string;

  @IntegerField({ min: 0, max: 100, example: 0, description: 'Lower levels are rung first.' })
  level: number;

  @IntegerField({ min: 1, max: 30000, example: 1 })
  position: number;

  @BooleanField({ optional: true, example: false, description: BY_SKILL })
  bySkill?: boolean;
}

export class AgentQueueListDto {
  @ListField(() => AgentQueueDto, { max: 500 })
  queues: AgentQueueDto[];
}
