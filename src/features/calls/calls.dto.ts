import { ChoiceField, IdField, IntegerField, ListField, PersonalNameField, PersonalNumberField, TextField, TextListField, TimeField } from '../../platform/http/fields';
import { PageRequest } from '../../platform/http/page';
import { EXTENSION, QUEUE_NAME } from '../tenants/domain/text-rules';

const DIRECTIONS = ['inbound', 'outbound', 'internal'];
const OUTCOME = { max: 20, pattern: /^[a-z][a-z-]*$/, patternRule: 'must be an outcome such as answered or abandoned' };

export class CallsRequest extends PageRequest {
  @TimeField({ optional: true, description: 'Only calls that began then or later.' })
  from?: string;

  @TimeField({ optional: true, example: '2026-12-01T00:00:00.000Z', description: 'Only calls that began before.' })
  to?: string;

  @TextField({
    optional: true,
    min: 1,
    max: 31,
    pattern: QUEUE_NAME.pattern,
    patternRule: QUEUE_NAME.rule,
    example: 'care',
    description: "The queue's name.",
  })
  queue?: string;

  @TextField({
    optional: true,
    min: 4,
    max: 6,
    pattern: EXTENSION.pattern,
    patternRule: EXTENSION.rule,
    example: '1001',
    description: 'The number of the agent who talked.',
  })
  agent?: string;

  @TextField({ ...OUTCOME, optional: true, min: 1, example: 'answered' })
  outcome?: string;

  @TextField({ optional: true, min: 1, max: 60, example: 'leaflet', description: "A wrap-up code; none: a queue's calls that agents had and chose none for." })
  wrapUpCode?: string;

  @IdField('segment', { optional: true, description: 'What the caller belonged to then.' })
  segmentId?: string;

  @ChoiceField(DIRECTIONS, { optional: true, example: 'inbound' })
  direction?: string;

  @TextField({
    optional: true,
    min: 1,
    max: 60,
    example: '4008001001',
    description: "Either side's number, as the call has it; write a + as %2B. Needs the permission personal-data:read.",
  })
  number?: string;
}

export class CallDto {
  @IdField('call')
  id: string;

  @TextField({ max: 10, example: 'inbound', description: 'inbound, outbound or internal.' })
  direction: string;

  @PersonalNumberField({ example: '13800138001' })
  fromNumber: string | null;

  @PersonalNumberField({ example: '4008001001', isOwn: ({ direction }: CallDto) => direction === 'inbound' })
  toNumber: string | null;

  @IdField('customer', { nullable: true, description: "The customer who called, as known then; null once the caller's number is forgotten." })
  customerId: string | null;

  @PersonalNameField({ max: 100, example: '王芳' })
  customerName: string | null;

  @IdField('segment', { nullable: true, description: 'What the customer belonged to then.' })
  segmentId: string | null;

  @TextField({ nullable: true, max: 31, example: 'care', description: 'The last queue it waited in.' })
  queue: string | null;

  @TextField({ nullable: true, max: 6, example: '1001', description: 'The number of the agent who talked last.' })
  agent: string | null;

  @TextListField({ max: 60, example: ['leaflet'], description: 'The wrap-up codes that its agents have chosen, the first one first.' })
  wrapUpCodes: string[];

  @TextField({ max: 20, example: 'ended' })
  state: string;

  @TextField({ ...OUTCOME, nullable: true, example: 'answered', description: 'answered, abandoned, timeout, closed …' })
  outcome: string | null;

  @TextField({ nullable: true, max: 10, example: 'caller', description: 'caller, agent or system.' })
  endedBy: string | null;

  @IntegerField({ nullable: true, example: 2, description: 'Seconds in queues until an answer or the end.' })
  waitSeconds: number | null;

  @IntegerField({ nullable: true, example: 7, description: 'Seconds with an agent.' })
  talkSeconds: number | null;

  @TimeField()
  startedAt: Date;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:02.000Z' })
  answeredAt: Date | null;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:09.040Z' })
  endedAt: Date | null;
}

/** One agent rung, and what came of it. */
export class CallOfferDto {
  @TextField({ max: 6, example: '1001', description: "The agent's number." })
  agent: string;

  @TextField({ max: 20, example: 'answered', description: 'answered, no-answer, busy, rejected, cancelled …' })
  result: string;

  @TimeField()
  startedAt: Date;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:02.000Z' })
  endedAt: Date | null;
}

/** One stay in one queue: from joining it to an agent's answer and the end of the talk, or to leaving it. */
export class CallStayDto {
  @TextField({ max: 31, example: 'care' })
  queue: string;

  @TimeField()
  joinedAt: Date;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:09.000Z' })
  leftAt: Date | null;

  @TextField({ ...OUTCOME, nullable: true, example: 'answered' })
  outcome: string | null;

  @TextField({ nullable: true, max: 6, example: '1001', description: 'The number of the agent who answered.' })
  agent: string | null;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:02.000Z' })
  answeredAt: Date | null;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:09.000Z', description: 'When the talk was over.' })
  releasedAt: Date | null;
}

/** One leg of the call, as the switch accounted for it. */
export class CallLegDto {
  @IdField('leg')
  id: string;

  @TextField({ max: 36, example: 'b7a6c3d2-1f0e-4d5c-8b9a-7e6f5d4c3b2a', description: "The switch's own name for it." })
  uuid: string;

  @TextField({ max: 10, example: 'inbound', description: 'Seen from the switch: inbound or outbound.' })
  direction: string;

  @PersonalNumberField({ example: '13800138001' })
  from: string | null;

  /** Whether it came in from outside: the number called is the tenant's own then. Not shown. */
  cameIn?: boolean;

  @PersonalNumberField({ example: '4008001001', isOwn: ({ cameIn }: CallLegDto) => cameIn === true })
  to: string | null;

  @TimeField()
  startedAt: Date;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:00.020Z' })
  answeredAt: Date | null;

  @TimeField({ example: '2026-11-01T08:00:09.040Z' })
  endedAt: Date;

  @IntegerField({ example: 9, description: 'Seconds from answer to end.' })
  billSeconds: number;

  @TextField({ max: 60, example: 'NORMAL_CLEARING', description: "The switch's word for why it ended." })
  hangupCause: string;
}

/** What one agent has noted about the call. */
export class NoteOfCallDto {
  @TextField({ max: 6, example: '1001', description: "The agent's number." })
  agent: string;

  @TextField({ min: 0, max: 2000, nullable: true, example: 'Asks for the leaflet by post.' })
  text: string | null;

  @TextField({ nullable: true, max: 60, example: 'leaflet' })
  wrapUpCode: string | null;

  @TimeField()
  writtenAt: Date;
}

export class SurveyAnswerDto {
  @TextField({ max: 41, example: 'satisfaction' })
  question: string;

  @IntegerField({ min: 1, max: 9, example: 5 })
  score: number;
}

export class CallDetailsDto extends CallDto {
  @ListField(() => CallOfferDto, { description: 'In the order they were rung.' })
  offers: CallOfferDto[];

  @ListField(() => CallStayDto, { description: 'In their order, as the CDRs that have come tell of them.' })
  stays: CallStayDto[];

  @ListField(() => CallLegDto, { description: 'In the order they began; those whose CDRs have come.' })
  legs: CallLegDto[];

  @ListField(() => NoteOfCallDto, {
    nullable: true,
    description: 'What the agents have noted; null without the permission personal-data:read.',
  })
  notes: NoteOfCallDto[] | null;

  @TextListField({ repeats: true, max: 90, example: ['health-line/language', 'health-line/concern'], description: 'The steps of IVR scripts that led the caller, the first one first.' })
  scriptSteps: string[];

  @ListField(() => SurveyAnswerDto, { description: 'What the caller answered after the call.' })
  surveyAnswers: SurveyAnswerDto[];
}
