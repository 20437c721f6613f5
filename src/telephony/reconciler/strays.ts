import type { ActualAgent, ActualState } from './actual-state';
import type { Correction } from './correction';

const BUSY_STATES = ['Receiving', 'In a queue call'];

/** Under ring-all a caller is served by the strategy, so nothing tells which of the ringing agents it rings. */
const RINGS_ALL = 'ring-all';

/**
 * Agents and callers that the switch has lost track of: an agent who is busy with a call that no longer exists, and
 * a caller who hears music in a queue that no longer knows of the call (freeswitch issues 1973, 2529 and a failed
 * reload). A single sight may be a call just changing hands, so only what two snapshots in a row show is mended.
 */
export interface Strays {
  agents: ReadonlySet<string>;
  callers: ReadonlySet<string>;
}

export const NO_STRAYS: Strays = { agents: new Set(), callers: new Set() };

export function findStrays(actual: ActualState): Strays {
  const channels = new Set(actual.channels.map((channel) => channel.uuid));
  const served = new Set(
    actual.members.filter((member) => channels.has(member.sessionUuid)).map((member) => member.servingAgent),
  );
  const isBusyForNothing = ({ name, state }: ActualAgent) =>
    BUSY_STATES.includes(state) && !served.has(name) && !(state === 'Receiving' && served.has(RINGS_ALL));
  const known = new Set(actual.members.map((member) => member.sessionUuid));
  return {
    agents: new Set(actual.agents.filter(isBusyForNothing).map(({ name }) => name)),
    callers: new Set(
      actual.channels.filter(({ application, uuid }) => application === 'callcenter' && !known.has(uuid)).map(({ uuid }) => uuid),
    ),
  };
}

/** Frees the agents and queues the callers that were astray the last time and still are. */
export function straysToMend(before: Strays, now: Strays, actual: ActualState): Correction[] {
  return [
    ...actual.agents
      .filter(({ name }) => before.agents.has(name) && now.agents.has(name))
      .map(({ name }) => ({ kind: 'free-agent' as const, agent: name })),
    ...actual.channels
      .filter(({ uuid }) => before.callers.has(uuid) && now.callers.has(uuid))
      .map(({ uuid, destination, context }) => ({ kind: 'requeue-caller' as const, legUuid: uuid, destination, context })),
  ];
}
