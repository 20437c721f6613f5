import { type Call, callerLeg } from './call';

/** Who waits in a queue and is not being put through at this moment. */
export interface WaitingCaller {
  legUuid: string;
  /** `name@domain` */
  queue: string;
  /** Epoch milliseconds. */
  joinedAt: number;
}

/** Null where the caller does not wait, or an agent's phone rings for him. */
export function waitingCaller(call: Call): WaitingCaller | null {
  const visit = call.visits.find(({ leftAt, answer }) => leftAt === null && answer === null);
  const isThere = callerLeg(call)?.endedAt === null;
  if (visit === undefined || !isThere || visit.offers.some(({ endedAt }) => endedAt === null)) return null;
  return { legUuid: call.id, queue: visit.queue, joinedAt: visit.joinedAt };
}
