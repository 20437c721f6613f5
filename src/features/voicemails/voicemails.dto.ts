import { BooleanField, ChoiceField, IdField, IntegerField, PersonalNameField, PersonalNumberField, TextField, TimeField } from '../../platform/http/fields';
import { PageRequest } from '../../platform/http/page';
import { QUEUE_NAME } from '../tenants/domain/text-rules';
import { VOICEMAIL_STATES, type VoicemailState } from './domain/voicemail';

export class VoicemailsRequest extends PageRequest {
  @ChoiceField(VOICEMAIL_STATES, { optional: true, example: 'new' })
  state?: VoicemailState;

  @TextField({ optional: true, max: 31, pattern: QUEUE_NAME.pattern, patternRule: QUEUE_NAME.rule, example: 'care' })
  queue?: string;

  @IdField('call', { optional: true, description: 'Only those left in this call.' })
  callId?: string;
}

export class VoicemailDto {
  @IdField('voicemail')
  id: string;

  @TextField({ max: 31, example: 'care', description: 'Whose agents see to it.' })
  queue: string;

  @ChoiceField(VOICEMAIL_STATES, { example: 'new' })
  state: string;

  @BooleanField({ example: false, description: 'You have taken it: its number is shown to you, to call back.' })
  mine: boolean;

  @PersonalNumberField({ example: '+8613800138001', description: 'Who left it.', isOwn: ({ mine }: VoicemailDto) => mine })
  number: string | null;

  @IdField('customer', { nullable: true, description: 'Null where nobody knew the number.' })
  customerId: string | null;

  @PersonalNameField({ example: 'Li Wei' })
  customerName: string | null;

  @IdField('call', { nullable: true, description: 'Null where the call never came into the books.' })
  callId: string | null;

  @IntegerField({ example: 23 })
  durationSeconds: number;

  @TimeField({ nullable: true, example: null, description: 'When its audio was deleted; null while it can be heard.' })
  audioDeletedAt: Date | null;

  @TextField({ nullable: true, max: 190, example: 'Wang Fang', description: 'Who has taken it.' })
  takenBy: string | null;

  @TimeField({ nullable: true, example: '2026-11-01T08:05:00.000Z' })
  takenAt: Date | null;

  @TextField({ nullable: true, max: 190, example: 'Wang Fang', description: 'Who has finished it.' })
  doneBy: string | null;

  @TimeField({ nullable: true, example: '2026-11-01T08:09:00.000Z' })
  doneAt: Date | null;

  @TimeField({ description: 'When the caller was asked to speak.' })
  createdAt: Date;
}
