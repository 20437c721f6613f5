import type { Queue } from './queue';
import type { CallcenterStore } from './store';
import type { AgentRow, TierRow } from './tables';

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Column names, then a line a row, all separated by `|`; nothing at all without rows. A null prints as C prints it. */
export function table(rows: readonly Row[]): string {
  const columns = rows[0] && Object.keys(rows[0]);
  if (!columns) return '';
  const lines = rows.map((row) => columns.map((column) => String(row[column] ?? '(null)')).join('|'));
  return `${[columns.join('|'), ...lines].join('\n')}\n`;
}

/** Every value as a string; a null column is left out, as cJSON leaves it out. */
export function stringRows(rows: readonly Row[]): Record<string, string>[] {
  return rows.map((row) => {
    const present = Object.entries(row).filter(([, value]) => value !== null);
    return Object.fromEntries(present.map(([name, value]) => [name, String(value)]));
  });
}

export function agentsOfQueue(store: CallcenterStore, queue: string): AgentRow[] {
  return store.tiersOf(queue).flatMap(({ agent }) => store.agent(agent) ?? []);
}

export function tiersByLevel(store: CallcenterStore): TierRow[] {
  return store.tiers().sort((a, b) => a.level - b.level || a.position - b.position);
}

/** Rows with their score, highest first; of all queues when none is named. */
export function membersByScore(store: CallcenterStore, now: number, queue?: string): Row[] {
  const members = queue === undefined ? store.members() : store.membersOf(queue);
  const scored = members.map((row) => ({
    ...row,
    score: now - row.joined_epoch + row.base_score + row.skill_score,
  }));
  return scored.sort((a, b) => b.score - a.score);
}

export const QUEUE_COLUMNS = [
  'name', 'strategy', 'moh_sound', 'time_base_score', 'tier_rules_apply', 'tier_rule_wait_second',
  'tier_rule_wait_multiply_level', 'tier_rule_no_agent_no_wait', 'discard_abandoned_after',
  'abandoned_resume_allowed', 'max_wait_time', 'max_wait_time_with_no_agent',
  'max_wait_time_with_no_agent_time_reached', 'record_template', 'calls_answered', 'calls_abandoned',
  'ring_progressively_delay', 'skip_agents_with_external_calls', 'agent_no_answer_status',
] as const;

export function queueRow(queue: Queue): Record<(typeof QUEUE_COLUMNS)[number], string | number | boolean | null> {
  return {
    name: queue.name,
    strategy: queue.strategy,
    moh_sound: queue.moh,
    time_base_score: queue.timeBaseScore,
    tier_rules_apply: queue.tierRulesApply,
    tier_rule_wait_second: queue.tierRuleWaitSecond,
    tier_rule_wait_multiply_level: queue.tierRuleWaitMultiplyLevel,
    tier_rule_no_agent_no_wait: queue.tierRuleNoAgentNoWait,
    discard_abandoned_after: queue.discardAbandonedAfter,
    abandoned_resume_allowed: queue.abandonedResumeAllowed,
    max_wait_time: queue.maxWaitTime,
    max_wait_time_with_no_agent: queue.maxWaitTimeWithNoAgent,
    max_wait_time_with_no_agent_time_reached: queue.maxWaitTimeWithNoAgentTimeReached,
    record_template: queue.recordTemplate,
    calls_answered: queue.callsAnswered,
    calls_abandoned: queue.callsAbandoned,
    ring_progressively_delay: queue.ringProgressivelyDelay,
    skip_agents_with_external_calls: queue.skipAgentsWithExternalCalls,
    agent_no_answer_status: queue.agentNoAnswerStatus,
  };
}
