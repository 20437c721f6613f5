import { OmitType, PartialType } from '@nestjs/swagger';
import { BooleanField, ChoiceField, IdField, IntegerField, ListField, ObjectField, TextField, TimeField } from '../../platform/http/fields';
import { SOUND_NAME } from '../sounds/domain/sound-name';
import {
  LONGEST_SECONDS,
  NO_ANSWER_STATUSES,
  POSITION_FREQUENCY,
  QUEUE_STRATEGIES,
  type QueueSettings,
  TIME_BASE_SCORES,
} from './domain/queue-settings';

const NAME = /^[a-z][a-z0-9-]{0,30}$/;
const NAME_RULE = 'must be a-z, 0-9 and -, beginning with a letter';
/** Told of a place; what is set with it is left as it is. */
export const BY_SKILL = 'Whether the agent is there by what the queue asks for, and not by hand. Such places are told, and not set.';
const seconds = { min: 0, max: LONGEST_SECONDS, optional: true };

/** A queue's settings on the wire; what is left out keeps mod_callcenter's own default. */
export class QueueSettingsDto implements Partial<QueueSettings> {
  @ChoiceField(QUEUE_STRATEGIES, {
    optional: true,
    description: 'ring-progressively is not offered: its waiting callers stall every tenant.',
    example: 'longest-idle-agent',
  })
  strategy?: QueueSettings['strategy'];

  @TextField({ optional: true, nullable: true, max: 60, pattern: SOUND_NAME.pattern, patternRule: SOUND_NAME.rule })
  mohSound?: string | null;

  @TextField({ optional: true, nullable: true, max: 60, pattern: SOUND_NAME.pattern, patternRule: SOUND_NAME.rule })
  announceSound?: string | null;

  @IntegerField({ ...seconds, description: 'Seconds between announcements; 0 is never.', example: 0 })
  announceFrequency?: number;

  @BooleanField({ optional: true, description: 'Whether callers who wait are told their place in the queue.' })
  announcePosition?: boolean;

  @BooleanField({ optional: true, description: 'Whether callers who wait are told how long they are likely to wait yet.' })
  announceEstimatedWait?: boolean;

  @IntegerField({
    min: POSITION_FREQUENCY.min, max: POSITION_FREQUENCY.max, optional: true, example: POSITION_FREQUENCY.default,
    description: 'Seconds from one announcement of the place or the wait to the next; the first comes after 3 seconds.',
  })
  announcePositionFrequency?: number;

  @BooleanField({ optional: true, description: 'Whether calls are recorded.' })
  record?: boolean;

  @ChoiceField(TIME_BASE_SCORES, { optional: true })
  timeBaseScore?: QueueSettings['timeBaseScore'];

  @BooleanField({ optional: true })
  tierRulesApply?: boolean;

  @IntegerField(seconds)
  tierRuleWaitSecond?: number;

  @BooleanField({ optional: true })
  tierRuleWaitMultiplyLevel?: boolean;

  @BooleanField({ optional: true })
  tierRuleNoAgentNoWait?: boolean;

  @IntegerField(seconds)
  discardAbandonedAfter?: number;

  @BooleanField({ optional: true })
  abandonedResumeAllowed?: boolean;

  @IntegerField({ ...seconds, description: 'Seconds after which a caller leaves the queue; 0 is never.', example: 60 })
  maxWaitTime?: number;

  @IntegerField(seconds)
  maxWaitTimeWithNoAgent?: number;

  @IntegerField(seconds)
  maxWaitTimeWithNoAgentTimeReached?: number;

  @TextField({
    optional: true, nullable: true, max: 31, pattern: NAME, example: 'care', patternRule: NAME_RULE,
    description: 'The queue where callers go on waiting after max_wait_time or without agents, keeping the time that they have waited.',
  })
  overflowQueue?: string | null;

  @IntegerField({ ...seconds, description: 'Callers who would have to wait longer go on to overflow_queue at once; 0 is nobody.', example: 0 })
  overflowEstimatedWait?: number;

  @ChoiceField(NO_ANSWER_STATUSES, { optional: true })
  agentNoAnswerStatus?: QueueSettings['agentNoAnswerStatus'];

  @BooleanField({ optional: true })
  skipAgentsWithExternalCalls?: boolean;
}

export class TierDto {
  @IdField('agent')
  agentId: string;

  @IntegerField({ min: 0, max: 100, example: 0, description: 'Lower levels are rung first.' })
  level: number;

  @IntegerField({ min: 1, max: 30000, example: 1 })
  position: number;

  @BooleanField({ optional: true, example: false, description: BY_SKILL })
  bySkill?: boolean;
}

export class QueueDto {
  @IdField('queue')
  id: string;

  @TextField({ max: 31, pattern: NAME, example: 'care', patternRule: NAME_RULE })
  name: string;

  @ObjectField(() => QueueSettingsDto)
  settings: QueueSettingsDto;

  @BooleanField({ example: false, description: 'Whether agents must choose a wrap-up code before they end the wrap-up of its calls by hand.' })
  wrapUpCodeRequired: boolean;

  @TimeField({ example: '2026-11-01T08:00:00.000Z' })
  createdAt: Date;
}

export class CreateQueueDto extends OmitType(QueueDto, ['id', 'createdAt', 'settings', 'wrapUpCodeRequired'] as const) {
  @ObjectField(() => QueueSettingsDto, { optional: true })
  settings?: QueueSettingsDto;

  @BooleanField({ optional: true, example: false })
  wrapUpCodeRequired?: boolean;
}

export class ChangeQueueDto extends PartialType(OmitType(CreateQueueDto, ['name'] as const), {
  skipNullProperties: false,
}) {}

export class TierListDto {
  @ListField(() => TierDto, { max: 5000 })
  tiers: TierDto[];
}
