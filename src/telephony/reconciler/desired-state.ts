import type { AgentStatus, AgentTimes, SeatContact } from '../esl/commands';
import type { QueueConfiguration } from '../xml/callcenter-xml';

/** An agent as mod_callcenter should have it. */
export interface DesiredAgent {
  /** `agent@domain` */
  name: string;
  /** Where the agent sits; null while signed in nowhere, and then the status is Logged Out. */
  contact: SeatContact | null;
  status: AgentStatus;
  times: AgentTimes;
}

export interface DesiredTier {
  queue: string;
  agent: string;
  level: number;
  position: number;
}

/** A seat that may neither register nor call. */
export interface SuspendedSeat {
  /** What the calls that it placed name as their account. */
  seatId: string;
  extension: string;
  domain: string;
}

/** Everything that one switch node should have. */
export interface DesiredState {
  queues: QueueConfiguration[];
  agents: DesiredAgent[];
  tiers: DesiredTier[];
  /** And these not. */
  suspendedSeats: SuspendedSeat[];
}

/** Answered by the feature that knows the tenants. */
export abstract class DesiredStateSource {
  abstract read(): Promise<DesiredState>;
}
