import type { ActualAgent, ActualChannel, ActualState } from './actual-state';
import type { Correction } from './correction';

const BUSY_STATES = ['Receiving', 'In a queue call'];

/** Under ring-all a caller is served by the strategy, so nothing tells which of the ringing agents it rings. */
const RINGS_ALL = 'ring-all';

/**
 * Agents and callers that the switch has lost track of: an agent who is busy with a call that no longer exists, and
 * a caller who hears music in a queue that no longer knows of the call (freeswitch issues 1973, 2529 and a failed
 * reload). By what it is (an agent's name, a leg's uuid), the milliseconds at which it was first seen astray.
 */
export type Strays = ReadonlyMap<string, number>;

export const NO_STRAYS: Strays = new Map();

/**
 * How long something must be astray before it is mended. The lists of a snapshot are read one after the other, and
 * a call may just be changing hands: a short sight proves nothing, and freeing an agent who talks rings them twice.
 */
export const ASTRAY_MS = 2_000;

/** What is astray now, and what has been for long enough, which is mended and counts as new if it is seen again. */
export function watchStrays(before: Strays, actual: ActualState, nowMs: number): { strays: Strays; mend: Correction[] } {
  const { agents, callers } = findStrays(actual);
  const isOld = (name: string) => nowMs - (before.get(name) ?? nowMs) >= ASTRAY_MS;
  const young = [...agents, ...callers].filter((name) => !isOld(name));
  return {
    strays: new Map(young.map((name) => [name, before.get(name) ?? nowMs])),
    mend: [
      ...agents.filter(isOld).map((agent) => ({ kind: 'free-agent' as const, agent })),
      ...actual.channels
        .filter(({ uuid }) => callers.includes(uuid) && isOld(uuid))
        .map(({ uuid, applicationData: queue, destination, context }) => ({
          kind: 'requeue-caller' as const,
          legUuid: uuid,
          queue,
          destination,
          context,
        })),
    ],
  };
}

function findStrays({ agents, members, channels }: ActualState): { agents: string[]; callers: string[] } {
  const alive = new Set(channels.map((channel) => channel.uuid));
  const served = new Set(members.filter((member) => alive.has(member.sessionUuid)).map((member) => member.servingAgent));
  const isBusyForNothing = ({ name, state }: ActualAgent) =>
    BUSY_STATES.includes(state) && !served.has(name) && !(state === 'Receiving' && served.has(RINGS_ALL));
  const known = new Set(members.map((member) => member.sessionUuid));
  const isForgotten = ({ application, uuid }: ActualChannel) => application === 'callcenter' && !known.has(uuid);
  return {
    agents: agents.filter(isBusyForNothing).map(({ name }) => name),
    callers: channels.filter(isForgotten).map(({ uuid }) => uuid),
  };
}
