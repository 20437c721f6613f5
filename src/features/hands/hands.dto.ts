import { BooleanField, ChoiceField, IdField, IntegerField, ListField, ObjectField, TextField, TimeField } from '../../platform/http/fields';
import { PageRequest } from '../../platform/http/page';
import { TOPIC_CODE } from '../hand-topics/domain/hand-topic';
import { EXTENSION } from '../tenants/domain/text-rules';
import { HAND_STATES, type HandState } from './domain/hand';

export const LONGEST_TEXT = 200;
const TOPIC = { max: TOPIC_CODE.max, pattern: TOPIC_CODE.pattern, patternRule: TOPIC_CODE.rule, example: 'decision' };
const FROM = { optional: true, description: 'Only hands that were raised then or later.' } as const;
const TO = { optional: true, example: '2026-12-01T00:00:00.000Z', description: 'Only hands that were raised before.' } as const;

export class RaiseHandDto {
  @TextField({ ...TOPIC, description: "The code of one of the tenant's topics." })
  topic: string;

  @TextField({ optional: true, max: LONGEST_TEXT, example: 'Wants the money back today.', description: 'What it is about.' })
  text?: string;

  @TextField({
    optional: true,
    max: 36,
    example: '4f236891-fbee-42a6-9673-d7b573c5a171',
    description: "The switch's name of the call that it is about: one of mine that goes on or is just over.",
  })
  callUuid?: string;
}

export class CloseHandDto {
  @BooleanField({ example: true, description: 'Whether the agent was helped.' })
  resolved: boolean;
}

/** Apart from the page's cursors, for what is counted over a time. */
export class HandsPeriodRequest {
  @TimeField(FROM)
  from?: string;

  @TimeField(TO)
  to?: string;
}

export class HandsRequest extends PageRequest {
  @TimeField(FROM)
  from?: string;

  @TimeField(TO)
  to?: string;

  @ChoiceField(['open', ...HAND_STATES], { optional: true, example: 'open', description: 'open: raised or taken.' })
  state?: HandState | 'open';

  @TextField({ ...TOPIC, optional: true })
  topic?: string;

  @TextField({ optional: true, min: 4, max: 6, pattern: EXTENSION.pattern, patternRule: EXTENSION.rule, example: '1001' })
  agent?: string;
}

export class HandDto {
  @IdField('hand')
  id: string;

  @TextField({ max: 6, example: '1001', description: "The agent's number." })
  agent: string;

  @IdField('team', { nullable: true, description: 'The team that the agent belonged to then.' })
  teamId: string | null;

  @TextField({ max: 30, example: 'decision', description: "A topic's code." })
  topic: string;

  @TextField({ nullable: true, max: LONGEST_TEXT, example: 'Wants the money back today.', description: 'Null for whoever is neither the agent nor may see personal data, and once it is forgotten.' })
  text: string | null;

  @TextField({ nullable: true, max: 36, example: '4f236891-fbee-42a6-9673-d7b573c5a171' })
  callUuid: string | null;

  @ChoiceField(HAND_STATES, { example: 'raised', description: 'lowered: by the agent, or because he signed out.' })
  state: HandState;

  @TimeField()
  raisedAt: Date;

  @BooleanField({ example: false, description: 'Nobody has taken it for more than 60 s.' })
  overdue: boolean;

  @BooleanField({ example: true, description: "Whether you are to see to it first: you lead the agent's team, or nobody does." })
  forMe: boolean;

  @TextField({ nullable: true, max: 190, example: 'Supervisor' })
  takenBy: string | null;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:12.000Z' })
  takenAt: Date | null;

  @IntegerField({ nullable: true, example: 12, description: 'Seconds until it was taken; null where it was not.' })
  waitSeconds: number | null;

  @BooleanField({ nullable: true, example: null, description: 'Null where it was not closed.' })
  resolved: boolean | null;

  @TimeField({ nullable: true, example: null, description: 'When it was closed or lowered.' })
  endedAt: Date | null;

  @IntegerField({ nullable: true, example: null, description: 'Seconds until then.' })
  seconds: number | null;
}

export class OwnHandDto {
  @ObjectField(() => HandDto, { nullable: true, description: 'Null while it is down.' })
  hand: HandDto | null;
}

export class TopicFiguresDto {
  @TextField({ max: 30, example: 'decision' })
  topic: string;

  @IntegerField({ example: 14 })
  raised: number;

  @IntegerField({ example: 13, description: 'Of those, taken by somebody.' })
  taken: number;

  @IntegerField({ example: 12, description: 'Of those, closed as resolved.' })
  resolved: number;

  @IntegerField({ nullable: true, example: 21, description: 'The median of the seconds until they were taken, rounded down; null where none was.' })
  medianWaitSeconds: number | null;
}

export class HandsByTopicDto {
  @ListField(() => TopicFiguresDto, { description: 'Those raised most first.' })
  topics: TopicFiguresDto[];
}
