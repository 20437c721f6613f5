import {
  addAgentCommand,
  addTierCommand,
  type AgentStatus,
  type AgentTimes,
  type ApiCommand,
  deleteAgentCommand,
  deleteTierCommand,
  endRegistrationCommand,
  killLegCommand,
  queueCommand,
  type SeatContact,
  setAgentContactCommand,
  setAgentStateCommand,
  setAgentStatusCommand,
  setAgentTimeCommand,
  setTierLevelCommand,
  setTierPositionCommand,
  transferLegCommand,
} from '../esl/commands';

/** What the record of a call shows that a suspended seat had under way. */
const CUT_OFF_CAUSE = 'CALL_REJECTED';

/** One step by which the switch is brought to what it should be; also an event that tells what was done. */
export type Correction =
  | { kind: 'add-agent'; agent: string }
  | { kind: 'set-agent-time'; agent: string; key: keyof AgentTimes; value: number }
  | { kind: 'set-agent-contact'; agent: string; contact: SeatContact }
  | { kind: 'set-agent-status'; agent: string; status: AgentStatus }
  | { kind: 'free-agent'; agent: string }
  | { kind: 'delete-agent'; agent: string }
  | { kind: 'add-tier'; queue: string; agent: string; level: number; position: number }
  | { kind: 'set-tier-level'; queue: string; agent: string; level: number }
  | { kind: 'set-tier-position'; queue: string; agent: string; position: number }
  | { kind: 'delete-tier'; queue: string; agent: string }
  | { kind: 'reload-queue'; queue: string }
  | { kind: 'unload-queue'; queue: string }
  | { kind: 'end-call'; legUuid: string; seat: string }
  | { kind: 'end-registration'; seat: string }
  | { kind: 'requeue-caller'; legUuid: string; queue: string; destination: string; context: string };

export function commandOf(correction: Correction): ApiCommand {
  switch (correction.kind) {
    case 'add-agent':
      return addAgentCommand(correction.agent);
    case 'set-agent-time':
      return setAgentTimeCommand(correction.agent, correction.key, correction.value);
    case 'set-agent-contact':
      return setAgentContactCommand(correction.agent, correction.contact);
    case 'set-agent-status':
      return setAgentStatusCommand(correction.agent, correction.status);
    case 'free-agent':
      return setAgentStateCommand(correction.agent, 'Waiting');
    case 'delete-agent':
      return deleteAgentCommand(correction.agent);
    case 'add-tier':
      return addTierCommand(correction.queue, correction.agent, correction.level, correction.position);
    case 'set-tier-level':
      return setTierLevelCommand(correction.queue, correction.agent, correction.level);
    case 'set-tier-position':
      return setTierPositionCommand(correction.queue, correction.agent, correction.position);
    case 'delete-tier':
      return deleteTierCommand(correction.queue, correction.agent);
    case 'reload-queue':
      return queueCommand('reload', correction.queue);
    case 'unload-queue':
      return queueCommand('unload', correction.queue);
    case 'end-call':
      return killLegCommand(correction.legUuid, CUT_OFF_CAUSE);
    case 'end-registration':
      return endRegistrationCommand(correction.seat);
    case 'requeue-caller':
      return transferLegCommand(correction.legUuid, correction.destination, correction.context);
  }
}
