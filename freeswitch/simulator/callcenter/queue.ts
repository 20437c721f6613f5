import type { XmlElement } from '../xml/xml-element';
import { isAgentStatus } from './vocabulary';

export interface QueueSettings {
  readonly strategy: string;
  readonly moh: string | null;
  readonly announce: string | null;
  readonly announceFrequency: number;
  readonly recordTemplate: string | null;
  readonly timeBaseScore: string;
  readonly ringProgressivelyDelay: number;
  readonly tierRulesApply: boolean;
  readonly tierRuleWaitSecond: number;
  readonly tierRuleWaitMultiplyLevel: boolean;
  readonly tierRuleNoAgentNoWait: boolean;
  readonly discardAbandonedAfter: number;
  readonly abandonedResumeAllowed: boolean;
  readonly maxWaitTime: number;
  readonly maxWaitTimeWithNoAgent: number;
  readonly maxWaitTimeWithNoAgentTimeReached: number;
  readonly agentNoAnswerStatus: string;
  readonly skipAgentsWithExternalCalls: boolean;
}

/** A loaded queue; it lives in memory only. Times are epoch seconds. */
export interface Queue extends QueueSettings {
  readonly name: string;
  callsAnswered: number;
  callsAbandoned: number;
  lastAgentExist: number;
  lastAgentExistCheck: number;
}

const MAX_SECONDS = 86400;

/** Reads `<queue name="…"><param name="…" value="…"/>…` with the module's defaults; times are seconds, 0–86400. */
export function loadQueue(name: string, element: XmlElement): Queue {
  const entries = element.all('param');
  const params = new Map(entries.map((param) => [param.attribute('name'), param.attribute('value') ?? '']));
  const text = (key: string): string | null => params.get(key) || null;
  const bool = (key: string, otherwise: boolean): boolean => {
    const value = params.get(key);
    return value === undefined ? otherwise : /^(true|yes|on|enable|enabled|active|allow|1)$/i.test(value);
  };
  const seconds = (key: string, otherwise: number): number => {
    const value = Number.parseInt(params.get(key) ?? '', 10);
    return value >= 0 && value <= MAX_SECONDS ? value : otherwise;
  };
  const noAnswerStatus = text('agent-no-answer-status') ?? 'On Break';
  return {
    name,
    strategy: text('strategy') ?? 'longest-idle-agent',
    moh: text('moh-sound'),
    announce: text('announce-sound'),
    announceFrequency: seconds('announce-frequency', 0),
    recordTemplate: text('record-template'),
    timeBaseScore: text('time-base-score') ?? 'queue',
    ringProgressivelyDelay: seconds('ring-progressively-delay', 0),
    tierRulesApply: bool('tier-rules-apply', false),
    tierRuleWaitSecond: seconds('tier-rule-wait-second', 0),
    tierRuleWaitMultiplyLevel: bool('tier-rule-wait-multiply-level', false),
    tierRuleNoAgentNoWait: bool('tier-rule-no-agent-no-wait', true),
    discardAbandonedAfter: seconds('discard-abandoned-after', 60),
    abandonedResumeAllowed: bool('abandoned-resume-allowed', false),
    maxWaitTime: seconds('max-wait-time', 0),
    maxWaitTimeWithNoAgent: seconds('max-wait-time-with-no-agent', 0),
    maxWaitTimeWithNoAgentTimeReached: seconds('max-wait-time-with-no-agent-time-reached', 5),
    agentNoAnswerStatus: isAgentStatus(noAnswerStatus) ? noAnswerStatus : 'On Break',
    skipAgentsWithExternalCalls: bool('skip-agents-with-external-calls', true),
    callsAnswered: 0,
    callsAbandoned: 0,
    lastAgentExist: 0,
    lastAgentExistCheck: 0,
  };
}
