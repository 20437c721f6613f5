import type { LiveAgent, LiveAlarm, LiveCall, LiveWrapUp, ShownHand } from './live-view';

/** A tenant's floor: who waits, who talks, who is ready. */
export interface Floor {
  /** Where the stream of changes goes on from this picture. */
  cursor: string;
  at: Date;
  queues: FloorQueue[];
  agents: FloorAgent[];
  calls: LiveCall[];
  alarms: LiveAlarm[];
  hands: ShownHand[];
}

export interface FloorQueue {
  name: string;
  waiting: number;
  /** Seconds that the first in line has waited; 0 when nobody waits. */
  longestWaitSeconds: number;
  talking: number;
}

export interface FloorAgent {
  id: string;
  number: string;
  name: string;
  teamId: string | null;
  /** What the agent chose. */
  status: string;
  statusSince: Date;
  breakReason: string | null;
  /** What the queues see; null while logged out or not yet told. */
  state: string | null;
  stateSince: string | null;
  /** Until then the agent works on after a call; null where that is over. */
  wrapUpUntil: string | null;
}

export interface FloorSources {
  cursor: string;
  now: Date;
  calls: LiveCall[];
  states: LiveAgent[];
  wrapUps: LiveWrapUp[];
  agents: Omit<FloorAgent, 'state' | 'stateSince' | 'wrapUpUntil'>[];
  queues: string[];
  alarms: LiveAlarm[];
  /** The first raised first. */
  hands: ShownHand[];
}

export function floorOf({ cursor, now, calls, states, wrapUps, agents, queues, alarms, hands }: FloorSources): Floor {
  const stateOf = new Map(states.map((state) => [state.number, state]));
  const wrapUpOf = new Map(wrapUps.filter(({ until }) => Date.parse(until) > now.getTime()).map((each) => [each.number, each.until]));
  return {
    cursor,
    at: now,
    hands,
    alarms: [...alarms].sort((a, b) => a.at.localeCompare(b.at)),
    calls: [...calls].sort((a, b) => a.startedAt.localeCompare(b.startedAt)),
    queues: [...queues].sort().map((name) => floorQueue(name, calls, now)),
    agents: [...agents]
      .sort((a, b) => a.number.localeCompare(b.number))
      .map(({ id, number, name, teamId, status, statusSince, breakReason }) => ({
        id,
        number,
        name,
        teamId,
        status,
        statusSince,
        breakReason,
        state: status === 'logged_out' ? null : (stateOf.get(number)?.state ?? null),
        stateSince: stateOf.get(number)?.since ?? null,
        wrapUpUntil: wrapUpOf.get(number) ?? null,
      })),
  };
}

function floorQueue(name: string, calls: LiveCall[], now: Date): FloorQueue {
  const own = calls.filter((call) => call.queue === name);
  const waits = own.flatMap((call) => (call.waitingSince === null ? [] : [now.getTime() - Date.parse(call.waitingSince)]));
  return {
    name,
    waiting: waits.length,
    longestWaitSeconds: Math.max(0, Math.floor(Math.max(0, ...waits) / 1000)),
    talking: own.filter((call) => call.state === 'talking').length,
  };
}
