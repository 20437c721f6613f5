import type { LiveAgent, LiveCall, LiveWrapUp } from '../../live/domain/live-view';

/** mod_callcenter's word for an agent to whom it would offer a call. */
const READY = 'Waiting';

export interface AtWork {
  number: string;
  status: string;
  /** The extension of the seat where he is signed in; null at none. */
  extension: string | null;
}

interface Picture {
  states: readonly LiveAgent[];
  wrapUps: readonly LiveWrapUp[];
  calls: readonly LiveCall[];
  /** Agents for whom a callback is being dialled. */
  dialling: ReadonlySet<string>;
}

/** Those of the agents who would take a call now, with since when (epoch milliseconds). */
export function readyAgents(agents: readonly AtWork[], { states, wrapUps, calls, dialling }: Picture, now: number): Map<string, number> {
  const ready = new Map(states.filter(({ state }) => state === READY).map(({ number, since }) => [number, Date.parse(since)]));
  const resting = new Set(wrapUps.filter(({ until }) => Date.parse(until) > now).map(({ number }) => number));
  const onCalls = new Set(calls.flatMap(({ agent, offeredTo, seats }) => [agent, offeredTo, ...seats]));
  const free = agents.filter(
    ({ number, status, extension }) =>
      status === 'available' && extension !== null && ready.has(number) &&
      !resting.has(number) && !dialling.has(number) && !onCalls.has(number) && !onCalls.has(extension),
  );
  return new Map(free.map(({ number }) => [number, ready.get(number) ?? now]));
}
