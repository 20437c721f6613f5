import { IdField, IntegerField, ListField, ObjectField, TextField, TextListField, TimeField } from '../../platform/http/fields';

export class PresentCallDto {
  @TextField({ example: '4f236891-fbee-42a6-9673-d7b573c5a171', description: "The switch's name of the call." })
  uuid: string;

  @TextField({ example: 'inbound' })
  direction: string;

  @TextField({ example: 'offered', description: 'ringing, ivr, waiting, offered or talking.' })
  state: string;

  @TextField({ min: 0, max: 60, example: '13800138001', description: 'Who calls: as the phone shows it.' })
  from: string;

  @TextField({ min: 0, max: 60, example: '4008001001' })
  to: string;

  @TextField({ nullable: true, max: 31, example: 'care', description: 'The queue that the number called leads to.' })
  numberQueue: string | null;

  @TextField({ nullable: true, max: 31, example: 'care', description: 'The queue that the call comes from.' })
  queue: string | null;

  @TimeField()
  startedAt: string;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:01.000Z' })
  answeredAt: string | null;
}

export class OwnCallRequest {
  @TextField({ optional: true, max: 36, example: '4f236891-fbee-42a6-9673-d7b573c5a171', description: 'That one, where it is mine and I have two.' })
  uuid?: string;
}

/** What an agent noted about an earlier call. */
export class EarlierNoteDto {
  @TextField({ max: 6, example: '1001', description: "The agent's number." })
  agent: string;

  @TextField({ min: 0, max: 2000, nullable: true, example: 'Asks for the leaflet by post.', description: 'Null once its key is destroyed.' })
  text: string | null;

  @TimeField()
  writtenAt: Date;
}

export class EarlierCallDto {
  @IdField('call')
  id: string;

  @TimeField()
  startedAt: Date;

  @TextField({ nullable: true, max: 31, example: 'care' })
  queue: string | null;

  @TextField({ nullable: true, max: 6, example: '1002' })
  agent: string | null;

  @TextField({ nullable: true, max: 20, example: 'answered' })
  outcome: string | null;

  @IntegerField({ nullable: true, example: 185, description: 'Seconds that agents talked; null where nobody did.' })
  talkSeconds: number | null;

  @ListField(() => EarlierNoteDto, { description: 'In the order in which they were begun.' })
  notes: EarlierNoteDto[];
}

/** An attribute of the customer, by a name of the tenant's own. */
export class OwnCustomerAttributeDto {
  @TextField({ max: 40, example: 'hospital' })
  name: string;

  @TextField({ min: 0, max: 200, example: 'Ruijin' })
  value: string;
}

export class OwnCustomerSegmentDto {
  @IdField('segment')
  id: string;

  @TextField({ max: 64, example: 'VIP' })
  name: string;

  @TextField({ min: 0, max: 200, example: 'Buys for a hospital.' })
  description: string;

  @TextField({ max: 20, example: 'gold' })
  colour: string;
}

/** The customer who calls me; null is erased. */
export class OwnCustomerDto {
  @IdField('customer')
  id: string;

  @TextField({ nullable: true, max: 40, example: 'crm-4711' })
  externalId: string | null;

  @TextField({ nullable: true, max: 100, example: '王芳' })
  name: string | null;

  @TextField({ nullable: true, max: 5, example: 'zh-CN' })
  language: string | null;

  @TextField({ nullable: true, max: 2000, example: 'Prefers to be called back in the afternoon.' })
  note: string | null;

  @ListField(() => OwnCustomerAttributeDto, { nullable: true, max: 20 })
  attributes: OwnCustomerAttributeDto[] | null;

  @ObjectField(() => OwnCustomerSegmentDto, { nullable: true, description: 'What it belongs to now.' })
  segment: OwnCustomerSegmentDto | null;
}

export class OwnCallDto {
  @ObjectField(() => PresentCallDto, { nullable: true, description: 'Null while there is none.' })
  call: PresentCallDto | null;

  @ObjectField(() => OwnCustomerDto, { nullable: true, description: 'Who calls; null for a stranger.' })
  customer: OwnCustomerDto | null;

  @TextListField({ repeats: true, max: 90, example: ['health-line/language', 'health-line/concern'], description: 'The steps of IVR scripts that led the caller here, the first one first.' })
  scriptSteps: string[];

  @ListField(() => EarlierCallDto, { max: 5, description: "The caller's last five, the latest first." })
  earlier: EarlierCallDto[];
}

export class OwnDayDto {
  @TextField({ max: 10, example: '2026-11-01', description: "Today, in the tenant's time zone." })
  date: string;

  @IntegerField({ example: 42, description: "Queues' calls that I have answered." })
  answered: number;

  @IntegerField({ example: 2, description: 'Offers that I let ring out, rejected, or was busy for.' })
  missed: number;

  @IntegerField({ example: 7_560, description: 'Seconds on the calls answered, from my answer to my end.' })
  talkSeconds: number;

  @IntegerField({ example: 180, nullable: true, description: 'Their mean, rounded down; null without a call.' })
  meanTalkSeconds: number | null;

  @IntegerField({ example: 912, nullable: true, description: 'The longest; null without a call.' })
  longestTalkSeconds: number | null;

  @IntegerField({ example: 840, description: 'Seconds of work after calls, as planned or until I ended it.' })
  wrapUpSeconds: number;

  @IntegerField({ example: 200, nullable: true, description: 'Talk and the work after it, the mean of the calls, rounded down; null without a call.' })
  meanHandlingSeconds: number | null;

  @IntegerField({ example: 10_800, description: 'Seconds in which I was ready, calls and the work after them among them.' })
  readySeconds: number;

  @IntegerField({ example: 777, max: 1000, nullable: true, description: 'The share of them that calls and the work after them took, in thousandths; null before I was ready.' })
  occupancyPermille: number | null;

  @IntegerField({ example: 2, description: 'Breaks that began today.' })
  breaks: number;

  @IntegerField({ example: 1_500, description: 'Seconds on breaks.' })
  breakSeconds: number;
}

/** Whose number it is stands nowhere: the product dials it. */
export class OwnCallbackDto {
  @TextField({ max: 31, example: 'care' })
  queue: string;

  @TimeField({ description: 'From when on the caller counts as waiting.' })
  placeAt: Date;

  @TimeField({ description: 'By then the phone shall have rung.' })
  promisedBy: Date;

  @TextField({ nullable: true, max: 10, example: 'kept', description: 'kept or broken; null while it can still be either.' })
  promise: string | null;
}

export class OwnCallbacksDto {
  @IntegerField({ example: 3, description: 'Callers who wait to be called back, in all queues that I serve.' })
  waiting: number;

  @TimeField({ nullable: true, example: '2026-11-01T08:30:00.000Z', description: 'The earliest promise among them that is not kept yet, past or to come.' })
  nextPromisedBy: Date | null;

  @ListField(() => OwnCallbackDto, { max: 5, description: 'Who has waited longest first.' })
  longest: OwnCallbackDto[];
}
