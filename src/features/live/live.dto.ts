import { BooleanField, ChoiceField, IdField, IntegerField, ListField, ObjectField, TextField, TextListField, TimeField } from '../../platform/http/fields';
import { HAND_STATES } from '../hands/domain/hand';
import { SUSPENSIONS } from '../seats/domain/suspension';

export class LiveSegmentDto {
  @IdField('segment')
  id: string;

  @TextField({ max: 64, example: 'VIP' })
  name: string;

  @TextField({ max: 20, example: 'gold' })
  colour: string;
}

/** The customer who calls. */
export class LiveCallerDto {
  @IdField('customer')
  customerId: string;

  @TextField({ nullable: true, max: 100, example: '王芳', description: 'Masked where the number is; null once it is erased.' })
  name: string | null;

  @ObjectField(() => LiveSegmentDto, { nullable: true })
  segment: LiveSegmentDto | null;
}

export class LiveCallDto {
  @TextField({ example: '4f236891-fbee-42a6-9673-d7b573c5a171', description: "The switch's name of the call." })
  uuid: string;

  @TextField({ example: 'inbound' })
  direction: string;

  @TextField({ example: 'waiting', description: 'ringing, ivr, waiting, offered or talking.' })
  state: string;

  @TextField({ example: '13800138001' })
  from: string;

  @TextField({ example: '4008001001' })
  to: string;

  @ObjectField(() => LiveCallerDto, { nullable: true, description: 'Null for a stranger.' })
  caller: LiveCallerDto | null;

  @TextField({ nullable: true, example: 'care' })
  queue: string | null;

  @TextField({ nullable: true, example: '1001' })
  agent: string | null;

  @TextField({ nullable: true, example: '1002', description: 'The agent whose phone rings.' })
  offeredTo: string | null;

  @TextListField({ max: 6, example: ['1002'], description: "The extensions of the tenant's phones that are on it now." })
  seats: readonly string[];

  @TimeField({ example: '2026-11-01T08:00:00.000Z' })
  startedAt: string;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:01.000Z' })
  waitingSince: string | null;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:00.000Z', description: 'By the switch: a greeting and the wait come after it.' })
  answeredAt: string | null;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:18.000Z', description: 'When whoever talks with the caller now was connected with him.' })
  talkingSince: string | null;
}

export class FloorQueueDto {
  @TextField({ example: 'care' })
  name: string;

  @IntegerField({ example: 3 })
  waiting: number;

  @IntegerField({ example: 17, description: 'Seconds that the first in line has waited.' })
  longestWaitSeconds: number;

  @IntegerField({ example: 5 })
  talking: number;
}

export class FloorAgentDto {
  @IdField('agent')
  id: string;

  @TextField({ example: '1001' })
  number: string;

  @TextField({ example: 'Agent 1001' })
  name: string;

  @IdField('team', { nullable: true })
  teamId: string | null;

  @TextField({ example: 'available', description: 'What the agent chose.' })
  status: string;

  @TimeField({ example: '2026-11-01T08:00:00.000Z' })
  statusSince: Date;

  @TextField({ nullable: true, max: 20, example: null, description: 'The code of the reason for the break.' })
  breakReason: string | null;

  @TextField({ nullable: true, example: 'Waiting', description: 'What the queues see.' })
  state: string | null;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:00.000Z' })
  stateSince: string | null;

  @TimeField({ nullable: true, example: null, description: 'Until then the agent works on after a call and is offered no other; null where that is over.' })
  wrapUpUntil: string | null;
}

/** A hand that is up. */
export class LiveHandDto {
  @IdField('hand')
  id: string;

  @TextField({ max: 6, example: '1001', description: "The agent's number." })
  agent: string;

  @IdField('team', { nullable: true })
  teamId: string | null;

  @TextField({ max: 30, example: 'decision', description: "A topic's code." })
  topic: string;

  @TextField({ nullable: true, max: 200, example: 'Wants the money back today.', description: 'Null for whoever is neither the agent nor may see personal data.' })
  text: string | null;

  @TextField({ nullable: true, max: 36, example: '4f236891-fbee-42a6-9673-d7b573c5a171' })
  callUuid: string | null;

  @ChoiceField(HAND_STATES, { example: 'raised' })
  state: string;

  @TimeField({ example: '2026-11-01T08:00:00.000Z' })
  raisedAt: string;

  @TextField({ nullable: true, max: 190, example: 'Supervisor' })
  takenBy: string | null;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:12.000Z' })
  takenAt: string | null;

  @BooleanField({ example: true, description: "Whether you are to see to it first: you lead the agent's team, or nobody does." })
  forMe: boolean;
}

export class LiveAlarmDto {
  @ChoiceField(['seat-suspended'], { example: 'seat-suspended' })
  kind: string;

  @IdField('seat')
  seatId: string;

  @TextField({ example: '1003' })
  extension: string;

  @ChoiceField(SUSPENSIONS, { example: 'too-many-calls' })
  reason: string;

  @TimeField({ example: '2026-11-01T08:00:00.000Z' })
  at: string;
}

export class FloorDto {
  @TextField({ example: '1795291097053-0', description: 'Where the stream of changes goes on from this picture.' })
  cursor: string;

  @TimeField({ example: '2026-11-01T08:00:00.000Z' })
  at: Date;

  @ListField(() => FloorQueueDto)
  queues: FloorQueueDto[];

  @ListField(() => FloorAgentDto, { max: 30000 })
  agents: FloorAgentDto[];

  @ListField(() => LiveCallDto, { max: 30000 })
  calls: LiveCallDto[];

  @ListField(() => LiveAlarmDto, { max: 30000, description: 'What somebody should look at, the longest first.' })
  alarms: LiveAlarmDto[];

  @ListField(() => LiveHandDto, { max: 30000, description: "Raised hands, the first raised first; an agent's own alone." })
  hands: LiveHandDto[];
}
