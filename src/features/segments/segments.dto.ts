import { OmitType, PartialType } from '@nestjs/swagger';
import { ChoiceField, IdField, IntegerField, TextField, TimeField } from '../../platform/http/fields';
import { SOUND_NAME } from '../sounds/domain/sound-name';
import { FREE_TEXT } from '../tenants/domain/text-rules';
import { SEGMENT_BOUNDS, SEGMENT_COLOURS, type SegmentColour } from './domain/segment';

export class SegmentDto {
  @IdField('segment')
  id: string;

  @TextField({ max: 64, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule, example: 'Gold' })
  name: string;

  @IntegerField({ ...SEGMENT_BOUNDS.rank, example: 10, description: 'Which comes first in lists, 1 before all others.' })
  rank: number;

  @TextField({ min: 0, max: 200, example: 'Buys for a hospital.' })
  description: string;

  @TextField({
    nullable: true,
    max: 60,
    pattern: SOUND_NAME.pattern,
    patternRule: SOUND_NAME.rule,
    example: 'welcome',
    description: "The sound that its customers hear first; null is the number's.",
  })
  greeting: string | null;

  @IdField('queue', { nullable: true, description: "The queue that its customers wait in; null is the number's." })
  queueId: string | null;

  @IntegerField({
    ...SEGMENT_BOUNDS.prioritySeconds,
    example: 300,
    description: 'Its customers count as having waited so many seconds longer.',
  })
  prioritySeconds: number;

  @IntegerField({
    ...SEGMENT_BOUNDS.answerTargetSeconds,
    nullable: true,
    example: 10,
    description: "Seconds within which its customers shall be answered; null is the contract's.",
  })
  answerTargetSeconds: number | null;

  @ChoiceField(SEGMENT_COLOURS, { example: 'gold', description: 'Of its tag on screens.' })
  colour: SegmentColour;

  @IntegerField({ example: 12, description: 'How many customers belong to it.' })
  customers: number;

  @TimeField()
  createdAt: Date;
}

const OPTIONAL = { skipNullProperties: false } as const;

export class ChangeSegmentDto extends PartialType(OmitType(SegmentDto, ['id', 'customers', 'createdAt'] as const), OPTIONAL) {}

export class CreateSegmentDto extends PartialType(OmitType(SegmentDto, ['id', 'name', 'customers', 'createdAt'] as const), OPTIONAL) {
  @TextField({ max: 64, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule, example: 'Gold' })
  name: string;
}

export class RemoveSegmentRequest {
  @IdField('segment', { optional: true, description: 'Where its customers go.' })
  moveTo?: string;
}
