import { ChoiceField, IdField, IntegerField, ListField, PersonalNumberField, TextField, TimeField } from '../../platform/http/fields';
import { PageRequest } from '../../platform/http/page';
import { NAME, QUEUE_NAME } from '../tenants/domain/text-rules';
import { ATTEMPT_RESULTS, CALLBACK_BOUNDS, CALLBACK_ORIGINS, CALLBACK_STATES, type AttemptResult, type CallbackOrigin, type CallbackState } from './domain/callback';

const QUEUE = { max: 31, pattern: QUEUE_NAME.pattern, patternRule: QUEUE_NAME.rule, example: 'care' };
const CALENDAR = { max: 41, pattern: NAME.pattern, patternRule: NAME.rule, example: 'service', description: 'Within its hours alone the number is dialled; null: at any hour.' };
const { windowMinutes: WINDOW, mostAttempts: ATTEMPTS, retryMinutes: RETRY } = CALLBACK_BOUNDS;

export class CallbacksRequest extends PageRequest {
  @ChoiceField(CALLBACK_STATES, { optional: true, example: 'waiting' })
  state?: CallbackState;

  @TextField({ ...QUEUE, optional: true })
  queue?: string;

  @TextField({ optional: true, min: 1, max: 60, example: '+8613800138001', description: 'Who is called back, in any spelling; write a + as %2B. Needs the permission personal-data:read.' })
  number?: string;
}

/** When a callback is wanted, and how often it is tried. */
export class CallbackTermsDto {
  @TimeField({ optional: true, description: 'Not before; left out, at once. Within a year from now.' })
  dueAt?: string;

  @TextField({ ...CALENDAR, optional: true, nullable: true })
  calendar?: string | null;

  @IntegerField({ optional: true, min: WINDOW.min, max: WINDOW.max, default: WINDOW.usual, description: 'Minutes within which it is promised.' })
  windowMinutes?: number;

  @IntegerField({ optional: true, min: ATTEMPTS.min, max: ATTEMPTS.max, default: ATTEMPTS.usual, description: 'How often it is tried at the most.' })
  mostAttempts?: number;

  @IntegerField({ optional: true, min: RETRY.min, max: RETRY.max, default: RETRY.usual, description: 'Minutes between two tries.' })
  retryMinutes?: number;
}

export class CreateCallbackDto extends CallbackTermsDto {
  @TextField({ max: 20, example: '+8613800138001', description: 'Who is called back: E.164, or a national service number.' })
  number: string;

  @TextField({ ...QUEUE, description: 'Whose agents call back.' })
  queue: string;
}

export class CallBackDto extends CallbackTermsDto {
  @TextField({ ...QUEUE, optional: true, description: 'Whose agents call back; left out, those of the queue in which the call was last.' })
  queue?: string;
}

export class CallbackDto {
  @IdField('callback')
  id: string;

  @IntegerField({ min: 1, example: 1 })
  version: number;

  @TextField({ max: 31, example: 'care' })
  queue: string;

  @PersonalNumberField({ example: '+8613800138001', description: 'Who is called back.' })
  number: string | null;

  @ChoiceField(CALLBACK_ORIGINS, { example: 'script', description: 'Asked for by the caller in a script, or over the API.' })
  origin: CallbackOrigin;

  @ChoiceField(CALLBACK_STATES, { example: 'waiting' })
  state: CallbackState;

  @TimeField({ description: 'From when on the caller counts as waiting.' })
  placeAt: Date;

  @TimeField({ description: 'By then the phone shall have rung.' })
  promisedBy: Date;

  @TextField({ nullable: true, max: 10, example: 'kept', description: 'kept or broken; null while it can still be either, or was cancelled before.' })
  promise: string | null;

  @TextField({ ...CALENDAR, nullable: true })
  calendar: string | null;

  @TimeField({ description: 'Not to be dialled before.' })
  nextAt: Date;

  @TimeField({
    nullable: true,
    example: '2026-11-02T00:00:00.000Z',
    description: 'With a calendar and while it waits: when, at next_at or later, the calendar is open; null where it never is, and for all others.',
  })
  opensAt: Date | null;

  @IntegerField({ example: 1, description: 'How often the phone has rung.' })
  attempts: number;

  @IntegerField({ example: 3 })
  mostAttempts: number;

  @IntegerField({ example: 10 })
  retryMinutes: number;

  @TimeField({ nullable: true, example: '2026-11-01T08:05:00.000Z' })
  firstTriedAt: Date | null;

  @TimeField({ nullable: true, example: '2026-11-01T08:05:00.000Z' })
  reachedAt: Date | null;

  @TimeField()
  createdAt: Date;
}

export class CallbackAttemptDto {
  @TextField({ example: '4f236891-fbee-42a6-9673-d7b573c5a171', description: "The switch's name of the call." })
  callUuid: string;

  @IdField('call', { nullable: true, description: 'Null until it is in the books, and where it never came to a call.' })
  callId: string | null;

  @TextField({ max: 6, example: '1001', description: "The agent's number." })
  agent: string;

  @ChoiceField(ATTEMPT_RESULTS, { nullable: true, example: 'reached', description: 'Null while it goes on.' })
  result: AttemptResult | null;

  @TimeField()
  createdAt: Date;

  @TimeField({ nullable: true, example: '2026-11-01T08:09:00.000Z' })
  endedAt: Date | null;
}

export class CallbackDetailsDto extends CallbackDto {
  @ListField(() => CallbackAttemptDto, { description: 'In their order; also those in which the phone did not ring.' })
  tries: CallbackAttemptDto[];
}
