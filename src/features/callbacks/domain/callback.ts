import { nextOpening, type WeeklyHours } from '../../numbers/domain/opening-hours';

/** `waiting` for its turn; `dialling` while an agent's phone or the caller's rings for it; the others are for good. */
export const CALLBACK_STATES = ['waiting', 'dialling', 'reached', 'given_up', 'cancelled'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** Who asked for it: the caller in a script, or a person or program over the API. */
export const CALLBACK_ORIGINS = ['script', 'api'] as const;
export type CallbackOrigin = (typeof CALLBACK_ORIGINS)[number];

/** What was promised: within so many minutes, tried so often at the most, with so many minutes between two tries. */
export interface CallbackTerms {
  windowMinutes: number;
  mostAttempts: number;
  retryMinutes: number;
}

export const CALLBACK_BOUNDS: Record<keyof CallbackTerms, { min: number; max: number; usual: number }> = {
  windowMinutes: { min: 5, max: 10_080, usual: 120 },
  mostAttempts: { min: 1, max: 10, usual: 3 },
  retryMinutes: { min: 1, max: 1440, usual: 10 },
};

/** So far ahead one can be booked, in milliseconds: a year, be it a leap one. */
export const FARTHEST_AHEAD_MS = 366 * 86_400_000;

/** What came of one try. Of the first two alone the caller knows. */
export const ATTEMPT_RESULTS = ['reached', 'not_reached', 'agent_missed', 'no_line', 'lost'] as const;
export type AttemptResult = (typeof ATTEMPT_RESULTS)[number];

/** Milliseconds until the next try where the caller was not rung. */
const SOON: Record<'agent_missed' | 'no_line' | 'lost', number> = { agent_missed: 5_000, no_line: 15_000, lost: 1_000 };
const MINUTE_MS = 60_000;

/** Outcomes of calls that our own dialplan turned away before anybody outside was rung. */
const TURNED_AWAY = ['channel-cap', 'rate-limited', 'spend-cap', 'no-rate', 'destination-refused', 'seat-suspended', 'no-caller-number'];

/** @param call as the books have it: its first leg is the agent's */
export function resultOf(call: { outcome: string | null; answeredAt: Date | null }): AttemptResult {
  if (call.outcome === 'answered') return 'reached';
  if (call.outcome === 'lost') return 'lost';
  if (TURNED_AWAY.includes(call.outcome ?? '')) return 'no_line';
  return call.answeredAt === null ? 'agent_missed' : 'not_reached';
}

export interface Tried {
  /** Tries of which the caller knows. */
  attempts: number;
  mostAttempts: number;
  retryMinutes: number;
  firstTriedAt: Date | null;
}

export interface AfterAttempt {
  state: CallbackState;
  attempts: number;
  firstTriedAt: Date | null;
  reachedAt: Date | null;
  /** Not before. */
  nextAt: Date;
}

/** How it goes on after a try that began at `begunAt` and was over at `endedAt`. */
export function afterAttempt(tried: Tried, result: AttemptResult, begunAt: Date, endedAt: Date): AfterAttempt {
  if (result !== 'reached' && result !== 'not_reached') {
    const nextAt = new Date(endedAt.getTime() + SOON[result]);
    return { state: 'waiting', attempts: tried.attempts, firstTriedAt: tried.firstTriedAt, reachedAt: null, nextAt };
  }
  const attempts = tried.attempts + 1;
  const known = { attempts, firstTriedAt: tried.firstTriedAt ?? begunAt };
  if (result === 'reached') return { ...known, state: 'reached', reachedAt: begunAt, nextAt: endedAt };
  const nextAt = new Date(endedAt.getTime() + tried.retryMinutes * MINUTE_MS);
  return { ...known, state: attempts >= tried.mostAttempts ? 'given_up' : 'waiting', reachedAt: null, nextAt };
}

/**
 * From when on somebody who waits may be dialled: not before `nextAt`, and within the hours that were asked for.
 * @param hours of the callback's calendar; undefined for a calendar that is gone, which allows no hour
 * @param zone IANA; the tenant's
 * @returns null where the hours never open, or nothing is to be dialled any more
 */
export function opensAt({ state, nextAt }: { state: CallbackState; nextAt: Date }, hours: WeeklyHours | undefined, zone: string, now: Date): Date | null {
  if (state !== 'waiting' || !hours) return null;
  const from = nextAt > now ? nextAt : now;
  const opens = nextOpening(hours, zone, from);
  // open already: what is past stays as it is, so that two looks at it agree
  return opens === from ? nextAt : opens;
}

/** Whether the caller's phone rang in time; null while that can still be. */
export function promiseKept({ firstTriedAt, promisedBy, state }: { firstTriedAt: Date | null; promisedBy: Date; state: CallbackState }, now: Date): boolean | null {
  if (firstTriedAt) return firstTriedAt <= promisedBy;
  if (state === 'cancelled' || now <= promisedBy) return null;
  return false;
}
