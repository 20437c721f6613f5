import type { AgentRow } from './tables';

/** What the offer knew when it began; later changes to the agent do not reach it. */
export interface Offer {
  readonly memberUuid: string;
  readonly memberSessionUuid: string;
  readonly memberName: string;
  readonly memberNumber: string;
  readonly joinedEpoch: number;
  readonly queue: string;
  readonly strategy: string;
  readonly recordTemplate: string;
  readonly noAnswerStatus: string;
  readonly agent: AgentRow;
  readonly instance: string;
}

/** Marks on a channel: an agent is being connected to it; its agent is to be let go. */
export const CONNECTING = 'agent-connecting';
export const SHOULD_BREAK = 'callcenter-should-break';
