import { ChoiceField, IdField, IntegerField, PersonalNumberField, TextField, TimeField } from '../../platform/http/fields';
import { PageRequest } from '../../platform/http/page';
import { LONGEST_SUBJECT, NOTICE_CHANNELS, NOTICE_STATES, type NoticeChannel, type NoticeState } from './domain/notice';

export class NoticesRequest extends PageRequest {
  @ChoiceField(NOTICE_STATES, { optional: true, example: 'failed' })
  state?: NoticeState;

  @ChoiceField(NOTICE_CHANNELS, { optional: true, example: 'sms' })
  channel?: NoticeChannel;

  @IdField('call', { optional: true, description: 'Only those of this call.' })
  callId?: string;
}

const SHOWN = 'Null without the permission personal-data:read, and once it is forgotten.';

export class NoticeDto {
  @IdField('notice')
  id: string;

  @ChoiceField(NOTICE_CHANNELS, { example: 'sms' })
  channel: string;

  @ChoiceField(NOTICE_STATES, { example: 'sent', description: '`refused` for good by the gateway or the mail server, `failed` to be taken within a day, `forgotten` before it was sent.' })
  state: string;

  @PersonalNumberField({ example: '+8613800138001', description: 'To whom it goes: a number, or an e-mail address.' })
  recipient: string | null;

  @TextField({ nullable: true, max: LONGEST_SUBJECT, example: 'Your report', description: `Of an e-mail. ${SHOWN}` })
  subject: string | null;

  @TextField({ nullable: true, max: 5000, example: 'We call you back before 17:30.', description: SHOWN })
  text: string | null;

  @IdField('call', { nullable: true, description: 'Null while the call is not in the books.' })
  callId: string | null;

  @IntegerField({ example: 1 })
  attempts: number;

  @TextField({ nullable: true, max: 200, example: 'HTTP 503', description: 'Why the last attempt failed, in the words of the other side.' })
  problem: string | null;

  @TimeField({ nullable: true, example: '2026-11-01T08:05:00.000Z' })
  sentAt: Date | null;

  @TimeField({ description: 'When the script asked for it.' })
  createdAt: Date;
}
