import type { EndedBy, Outcome } from '../../../telephony/calls/call-record';

/** The part of a call's record that is decided when it is over. Times are epoch milliseconds, durations seconds. */
export interface CallFacts {
  direction: 'inbound' | 'outbound' | 'internal';
  /** Null where it is not known any more. */
  fromNumber: string | null;
  toNumber: string | null;
  customerId: string | null;
  segmentId: string | null;
  /** Without the domain. */
  queue: string | null;
  /** Number of the agent, without the domain. */
  agent: string | null;
  outcome: Outcome;
  endedBy: EndedBy;
  waitSeconds: number;
  talkSeconds: number;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number;
}

/** One agent rung, and what came of it. */
export interface OfferFacts {
  agent: string;
  result: string;
  startedAt: number;
  endedAt: number | null;
}

/** One stay in one queue. */
export interface StayFacts {
  queue: string;
  joinedAt: number;
  leftAt: number | null;
  outcome: Outcome | null;
  /** Who answered, from when until when. */
  agent: string | null;
  answeredAt: number | null;
  releasedAt: number | null;
}

/** `care@pharma.seatline.test` → `care`. */
export function localPart(name: string | null): string | null {
  return name === null ? null : (name.split('@')[0] ?? null);
}
