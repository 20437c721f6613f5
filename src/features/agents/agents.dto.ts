import { OmitType, PartialType } from '@nestjs/swagger';
import { PageRequest } from '../../platform/http/page';
import { ChoiceField, IdField, IntegerField, TextField, TimeField } from '../../platform/http/fields';
import { AGENT_TIMINGS, type AgentTiming } from '../queues/domain/agent-timing';
import { BREAK_CODE } from '../break-reasons/domain/break-reason';
import { EXTENSION, FREE_TEXT } from '../tenants/domain/text-rules';
import { AGENT_STATUSES, type AgentStatus } from './domain/agent-status';

function TimingField(key: keyof AgentTiming, what: string): PropertyDecorator {
  const { min, max, default: usual, belowMin } = AGENT_TIMINGS.find((timing) => timing.key === key)!;
  const description = belowMin ? `${what} Not below ${min}: ${belowMin}.` : what;
  return IntegerField({ min, max, example: usual, description });
}

export class AgentDto implements AgentTiming {
  @IdField('agent')
  id: string;

  @TextField({ max: 6, pattern: EXTENSION.pattern, patternRule: EXTENSION.rule, example: '1001' })
  number: string;

  @TextField({ max: 64, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule, example: 'Agent 1001' })
  name: string;

  @IdField('user', { nullable: true, description: 'The user who signs in as this agent.' })
  userId: string | null;

  @IdField('seat', { nullable: true, description: 'The fixed seat; null is a hot desk.' })
  seatId: string | null;

  @IdField('team', { nullable: true, description: 'The team that the agent belongs to.' })
  teamId: string | null;

  @TimingField('wrapUp', 'Seconds after a call in which no other is offered.')
  wrapUp: number;

  @TimingField('maxNoAnswer', 'Missed offers in a row before the agent is put on a break; 0 is never.')
  maxNoAnswer: number;

  @TimingField('rejectDelay', 'Seconds to the next offer after one was rejected.')
  rejectDelay: number;

  @TimingField('busyDelay', 'Seconds to the next offer after the phone was busy.')
  busyDelay: number;

  @TimingField('noAnswerDelay', 'Seconds to the next offer after one was missed.')
  noAnswerDelay: number;

  @TimingField('ringSeconds', 'How long one offer rings.')
  ringSeconds: number;

  @ChoiceField(AGENT_STATUSES, { example: 'available' })
  status: AgentStatus;

  @TimeField()
  statusSince: Date;

  @TextField({
    nullable: true,
    max: BREAK_CODE.max,
    example: null,
    description: 'The code of the reason for the break; null where none was given, and while there is no break.',
  })
  breakReason: string | null;

  @IdField('seat', { nullable: true, description: 'Where the agent sits now.' })
  signedInSeatId: string | null;
}

class AgentSettingsDto extends OmitType(AgentDto, ['id', 'status', 'statusSince', 'breakReason', 'signedInSeatId'] as const) {}

const OPTIONAL = { skipNullProperties: false } as const;

export class AgentsRequest extends PageRequest {
  @IdField('team', { optional: true })
  teamId?: string;
}

/** What is left out has its default: a hot desk, no user, no team, the platform's times. */
export class CreateAgentDto extends PartialType(OmitType(AgentSettingsDto, ['number', 'name'] as const), OPTIONAL) {
  @TextField({ max: 6, pattern: EXTENSION.pattern, patternRule: EXTENSION.rule, example: '1001' })
  number: string;

  @TextField({ max: 64, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule, example: 'Agent 1001' })
  name: string;
}

export class ChangeAgentDto extends PartialType(OmitType(AgentSettingsDto, ['number'] as const), OPTIONAL) {}

export class SetStatusDto {
  @ChoiceField(AGENT_STATUSES, { example: 'available' })
  status: AgentStatus;

  @IdField('seat', {
    optional: true,
    description: 'Where a hot-desk agent sits down; left out, the fixed seat or the one where the agent sits already.',
  })
  seatId?: string;

  @TextField({
    optional: true,
    min: 1,
    max: BREAK_CODE.max,
    example: 'lunch',
    description: "With on_break alone: the code of one of the tenant's reasons for breaks.",
  })
  breakReason?: string;
}
