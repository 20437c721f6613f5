import type { AgentRow, TierRow } from './tables';
import { same } from './vocabulary';

/** An agent as one queue sees it. */
export interface Candidate {
  readonly agent: AgentRow;
  readonly tier: TierRow;
}

/** Where top-down stands for one caller. */
export interface LastOffered {
  readonly level: number;
  readonly position: number;
}

const COUNTED = ['Available', 'On Break', 'Available (On Demand)'];

type Order = (a: Candidate, b: Candidate) => number;

const by = (...keys: readonly ((candidate: Candidate) => number)[]): Order => (a, b) => {
  for (const key of keys) if (key(a) !== key(b)) return key(a) - key(b);
  return 0;
};
const level = ({ tier }: Candidate): number => tier.level;
const position = ({ tier }: Candidate): number => tier.position;
const lastOffered = ({ agent }: Candidate): number => agent.last_offered_call;

const ORDERS: Record<string, Order> = {
  'longest-idle-agent': by(level, ({ agent }) => agent.last_bridge_end, position),
  'agent-with-least-talk-time': by(level, ({ agent }) => agent.talk_time, position),
  'agent-with-fewest-calls': by(level, ({ agent }) => agent.calls_answered, position),
  'ring-all': by(level, position),
};
const BY_POSITION = by(level, position, lastOffered);

/**
 * members_callback's queries: the agents of a queue whose status is not Logged Out, in the order in which its
 * strategy offers them. Status is compared exactly, so an agent set to `available` is in nobody's list.
 * @param shuffle breaks ties for `random`, a number from 0 to 1
 */
export function orderCandidates(
  all: readonly Candidate[],
  strategy: string,
  last: LastOffered,
  shuffle: () => number,
): Candidate[] {
  const counted = all.filter(({ agent }) => COUNTED.includes(agent.status));
  const name = strategy.toLowerCase();
  if (name === 'top-down') return topDown(counted, last);
  if (name === 'round-robin') return roundRobin(counted);
  if (name === 'random') {
    const dice = new Map(counted.map((candidate) => [candidate, shuffle()]));
    return counted.sort(by(level, (candidate) => dice.get(candidate) ?? 0));
  }
  return counted.sort(ORDERS[name] ?? BY_POSITION);
}

/** The rest of the caller's level below its last agent, then the deeper levels. */
function topDown(counted: readonly Candidate[], last: LastOffered): Candidate[] {
  const sameLevel = counted.filter(({ tier }) => tier.level === last.level && tier.position > last.position);
  const deeper = counted.filter(({ tier }) => tier.level > last.level);
  return [...sameLevel.sort(BY_POSITION), ...deeper.sort(BY_POSITION)];
}

/** Those after the queue's most recently offered agent on its level, then everybody from the top. */
function roundRobin(counted: readonly Candidate[]): Candidate[] {
  const offered = counted.filter(({ agent }) => agent.last_offered_call > 0);
  const latest = offered.sort((a, b) => lastOffered(b) - lastOffered(a))[0];
  const after = latest
    ? counted.filter(({ tier }) => tier.level === latest.tier.level && tier.position > latest.tier.position)
    : [];
  return [...[...after].sort(BY_POSITION), ...[...counted].sort(BY_POSITION)];
}

export interface TierRules {
  readonly tierRulesApply: boolean;
  readonly tierRuleWaitSecond: number;
  readonly tierRuleWaitMultiplyLevel: boolean;
  readonly tierRuleNoAgentNoWait: boolean;
}

/** Decides, agent after agent in order, whether this caller has waited long enough for a deeper level. */
export class TierGate {
  private level = 0;
  private availableOnLevel = 0;

  constructor(
    private readonly rules: TierRules,
    private readonly waitedSeconds: number,
  ) {}

  /** @returns false when the caller may not go on to this agent's level, nor to any after it. */
  admits(agentLevel: number): boolean {
    if (this.rules.tierRulesApply && agentLevel > this.level && !this.enter(agentLevel)) return false;
    this.availableOnLevel++;
    return true;
  }

  private enter(agentLevel: number): boolean {
    const { tierRuleNoAgentNoWait, tierRuleWaitMultiplyLevel, tierRuleWaitSecond } = this.rules;
    if (tierRuleNoAgentNoWait && this.availableOnLevel === 0) {
      this.level = agentLevel;
      return true;
    }
    const needed = tierRuleWaitMultiplyLevel ? agentLevel * tierRuleWaitSecond : tierRuleWaitSecond;
    if (this.waitedSeconds < needed) return false;
    this.level = agentLevel;
    this.availableOnLevel = 0;
    return true;
  }
}

/** agents_callback: whether this agent may be rung now (epoch seconds). */
export function mayBeOffered({ agent, tier }: Candidate, now: number, skipExternal: boolean): boolean {
  return (
    (same(tier.state, 'No Answer') || same(tier.state, 'Ready')) &&
    same(agent.state, 'Waiting') &&
    agent.last_bridge_end < now - agent.wrap_up_time &&
    agent.ready_time <= now &&
    !same(agent.status, 'On Break') &&
    !(skipExternal && agent.external_calls_count > 0)
  );
}
