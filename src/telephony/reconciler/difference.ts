import { renderSeatContact } from '../esl/commands';
import type { ActualAgent, ActualState } from './actual-state';
import type { Correction } from './correction';
import type { DesiredAgent, DesiredState } from './desired-state';

/**
 * What must be done so that the switch has what it should. Pure, and in an order that is safe to apply: an agent is
 * complete before it may be offered calls, and a queue goes only when nothing leads to it any more.
 */
export function difference(desired: DesiredState, actual: ActualState): Correction[] {
  return [
    ...agentCorrections(desired, actual),
    ...tierCorrections(desired, actual),
    ...queueCorrections(desired, actual),
    ...surplus(desired, actual),
  ];
}

function agentCorrections(desired: DesiredState, actual: ActualState): Correction[] {
  const present = new Map(actual.agents.map((agent) => [agent.name, agent]));
  return desired.agents.flatMap((agent) => correctAgent(agent, present.get(agent.name)));
}

/** A new agent starts Logged Out and Waiting, so that its times and contact are set before its status. */
function correctAgent(agent: DesiredAgent, actual: ActualAgent | undefined): Correction[] {
  const { name, contact, status, times } = agent;
  const corrections: Correction[] = actual ? [] : [{ kind: 'add-agent', agent: name }];
  for (const [key, value] of Object.entries(times) as [keyof typeof times, number][]) {
    if (actual?.times[key] !== String(value)) corrections.push({ kind: 'set-agent-time', agent: name, key, value });
  }
  if (contact && actual?.contact !== renderSeatContact(contact)) {
    corrections.push({ kind: 'set-agent-contact', agent: name, contact });
  }
  if ((actual?.status ?? 'Logged Out') !== status) corrections.push({ kind: 'set-agent-status', agent: name, status });
  // an agent who answered on demand stays Idle: Available alone does not bring the offers back
  if (actual?.state === 'Idle' && status === 'Available') corrections.push({ kind: 'free-agent', agent: name });
  return corrections;
}

function tierCorrections(desired: DesiredState, actual: ActualState): Correction[] {
  const present = new Map(actual.tiers.map((tier) => [tierKey(tier), tier]));
  return desired.tiers.flatMap((tier): Correction[] => {
    const { queue, agent, level, position } = tier;
    const was = present.get(tierKey(tier));
    if (!was) return [{ kind: 'add-tier', queue, agent, level, position }];
    return [
      ...(was.level === level ? [] : [{ kind: 'set-tier-level' as const, queue, agent, level }]),
      ...(was.position === position ? [] : [{ kind: 'set-tier-position' as const, queue, agent, position }]),
    ];
  });
}

/** A queue that is not loaded needs nothing: its first caller loads it. */
function queueCorrections(desired: DesiredState, actual: ActualState): Correction[] {
  const present = new Map(actual.queues.map((queue) => [queue.name, queue]));
  return desired.queues.flatMap(({ name, params }): Correction[] => {
    const loaded = present.get(name);
    const differs = Object.entries(params).some(([key, value]) => {
      const now = loaded?.params[key];
      return now !== undefined && !isExpanded(value) && now !== String(value);
    });
    return differs ? [{ kind: 'reload-queue', queue: name }] : [];
  });
}

/** The switch expands `$${…}` when it loads a queue, so such a value never reads back as it was written. */
function isExpanded(value: string | number | boolean): boolean {
  return String(value).includes('$${');
}

/** What the switch has and should not, tiers first: any row left behind would bring an unloaded queue back. */
function surplus(desired: DesiredState, actual: ActualState): Correction[] {
  const tiers = new Set(desired.tiers.map(tierKey));
  const agents = new Set(desired.agents.map((agent) => agent.name));
  const queues = new Set(desired.queues.map((queue) => queue.name));
  return [
    ...actual.tiers
      .filter((tier) => !tiers.has(tierKey(tier)))
      .map(({ queue, agent }) => ({ kind: 'delete-tier' as const, queue, agent })),
    ...actual.agents
      .filter(({ name }) => !agents.has(name))
      .map(({ name }) => ({ kind: 'delete-agent' as const, agent: name })),
    ...actual.queues
      .filter(({ name }) => !queues.has(name))
      .map(({ name }) => ({ kind: 'unload-queue' as const, queue: name })),
  ];
}

function tierKey({ queue, agent }: { queue: string; agent: string }): string {
  return `${queue} ${agent}`;
}
