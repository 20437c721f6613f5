/** Longest time mod_callcenter is given anywhere: one day, in seconds. */
export const LONGEST_SECONDS = 86_400;

/** The strategies offered to tenants; `ring-progressively` is refused, see below. */
export const QUEUE_STRATEGIES = [
  'longest-idle-agent',
  'agent-with-least-talk-time',
  'agent-with-fewest-calls',
  'sequentially-by-agent-order',
  'round-robin',
  'top-down',
  'ring-all',
  'random',
] as const;
export type QueueStrategy = (typeof QUEUE_STRATEGIES)[number];

const RING_PROGRESSIVELY_STALLS =
  'each waiting caller sleeps 500 ms inside the lock of mod_callcenter, so a few such callers stall every tenant';

/** Strategies which mod_callcenter has and we refuse, with the reason the author of a tenant file is told. */
export const REFUSED_STRATEGIES: Readonly<Record<string, string>> = {
  'ring-progressively': RING_PROGRESSIVELY_STALLS,
};

export const TIME_BASE_SCORES = ['queue', 'system'] as const;
export type TimeBaseScore = (typeof TIME_BASE_SCORES)[number];

export const NO_ANSWER_STATUSES = ['On Break', 'Logged Out'] as const;
export type NoAnswerStatus = (typeof NO_ANSWER_STATUSES)[number];

const NEVER_PUT_ASIDE = 'an agent who misses every offer would be offered the next call at once, again and again';
const REFUSED_NO_ANSWER_STATUSES: Readonly<Record<string, string>> = {
  Available: NEVER_PUT_ASIDE,
  'Available (On Demand)': NEVER_PUT_ASIDE,
};

/** What one queue tells mod_callcenter, and its callers. Times are whole seconds, 0..86400; 0 means "no limit" or "never". */
export interface QueueSettings {
  strategy: QueueStrategy;
  /** A sound's name, or null for silence. */
  mohSound: string | null;
  announceSound: string | null;
  announceFrequency: number;
  /** Whether callers who wait are told their place in the queue, and how long they are likely to wait yet. */
  announcePosition: boolean;
  announceEstimatedWait: boolean;
  /** Seconds from one such announcement to the next, 15..600. */
  announcePositionFrequency: number;
  /** Whether calls are recorded; the path is built by the platform from the call's uuid alone. */
  record: boolean;
  timeBaseScore: TimeBaseScore;
  tierRulesApply: boolean;
  tierRuleWaitSecond: number;
  tierRuleWaitMultiplyLevel: boolean;
  tierRuleNoAgentNoWait: boolean;
  discardAbandonedAfter: number;
  abandonedResumeAllowed: boolean;
  maxWaitTime: number;
  maxWaitTimeWithNoAgent: number;
  maxWaitTimeWithNoAgentTimeReached: number;
  /** The name of the queue where callers go on waiting who have waited for the longest here; null for none. */
  overflowQueue: string | null;
  /** Who would have to wait longer here goes on to that queue at once; 0 for nobody. */
  overflowEstimatedWait: number;
  agentNoAnswerStatus: NoAnswerStatus;
  skipAgentsWithExternalCalls: boolean;
}

type Value<Kind, Default> = { kind: Kind; default: Default };
type SettingType =
  | (Value<'seconds', number> & { min: number; max: number })
  | Value<'flag', boolean>
  | (Value<'choice', string> & {
      choices: readonly string[];
      /** Values the module takes and we do not, each with the reason. */
      refused: Readonly<Record<string, string>>;
    })
  | Value<'sound', string | null>
  | Value<'queue', string | null>;

/** One parameter of a queue: its name in callcenter.conf, in a tenant file and in QueueSettings. */
export interface QueueSetting {
  key: keyof QueueSettings;
  /** The `<param name>` of a queue in callcenter.conf; null for what mod_callcenter knows nothing of. */
  moduleName: string | null;
  yamlName: string;
  type: SettingType;
  /** What the switch would make of a wrong value, where that is worth knowing. */
  otherwise?: string;
}

const seconds = (fallback: number, min = 0, max = LONGEST_SECONDS): SettingType => ({ kind: 'seconds', default: fallback, min, max });
const flag = (fallback: boolean): SettingType => ({ kind: 'flag', default: fallback });
const choice = (
  choices: readonly string[],
  fallback: string,
  refused: Readonly<Record<string, string>> = {},
): SettingType => ({ kind: 'choice', default: fallback, choices, refused });
const sound: SettingType = { kind: 'sound', default: null };
const queue: SettingType = { kind: 'queue', default: null };

/** How often callers are told their place: one sentence takes some seconds, and nobody wants to hear nothing else. */
export const POSITION_FREQUENCY = { default: 60, min: 15, max: 600 } as const;

/**
 * Every queue parameter of mod_callcenter 1.10/1.11 that a tenant may set, and our own, in the order files are written.
 * Defaults are the module's own (queue_set_config), so leaving a line out means what FreeSWITCH says it means.
 */
export const QUEUE_SETTINGS: readonly QueueSetting[] = [
  {
    key: 'strategy',
    moduleName: 'strategy',
    yamlName: 'strategy',
    type: choice(QUEUE_STRATEGIES, 'longest-idle-agent', REFUSED_STRATEGIES),
    otherwise: 'mod_callcenter would silently take any other word for sequentially-by-agent-order',
  },
  { key: 'mohSound', moduleName: 'moh-sound', yamlName: 'moh_sound', type: sound },
  { key: 'announceSound', moduleName: 'announce-sound', yamlName: 'announce_sound', type: sound },
  { key: 'announceFrequency', moduleName: 'announce-frequency', yamlName: 'announce_frequency', type: seconds(0) },
  { key: 'announcePosition', moduleName: null, yamlName: 'announce_position', type: flag(false) },
  { key: 'announceEstimatedWait', moduleName: null, yamlName: 'announce_estimated_wait', type: flag(false) },
  {
    key: 'announcePositionFrequency',
    moduleName: null,
    yamlName: 'announce_position_frequency',
    type: seconds(POSITION_FREQUENCY.default, POSITION_FREQUENCY.min, POSITION_FREQUENCY.max),
  },
  { key: 'record', moduleName: 'record-template', yamlName: 'record', type: flag(false) },
  {
    key: 'timeBaseScore',
    moduleName: 'time-base-score',
    yamlName: 'time_base_score',
    type: choice(TIME_BASE_SCORES, 'queue'),
  },
  { key: 'tierRulesApply', moduleName: 'tier-rules-apply', yamlName: 'tier_rules_apply', type: flag(false) },
  {
    key: 'tierRuleWaitSecond',
    moduleName: 'tier-rule-wait-second',
    yamlName: 'tier_rule_wait_second',
    type: seconds(0),
  },
  {
    key: 'tierRuleWaitMultiplyLevel',
    moduleName: 'tier-rule-wait-multiply-level',
    yamlName: 'tier_rule_wait_multiply_level',
    type: flag(false),
  },
  {
    key: 'tierRuleNoAgentNoWait',
    moduleName: 'tier-rule-no-agent-no-wait',
    yamlName: 'tier_rule_no_agent_no_wait',
    type: flag(true),
  },
  {
    key: 'discardAbandonedAfter',
    moduleName: 'discard-abandoned-after',
    yamlName: 'discard_abandoned_after',
    type: seconds(60),
  },
  {
    key: 'abandonedResumeAllowed',
    moduleName: 'abandoned-resume-allowed',
    yamlName: 'abandoned_resume_allowed',
    type: flag(false),
  },
  { key: 'maxWaitTime', moduleName: 'max-wait-time', yamlName: 'max_wait_time', type: seconds(0) },
  {
    key: 'maxWaitTimeWithNoAgent',
    moduleName: 'max-wait-time-with-no-agent',
    yamlName: 'max_wait_time_with_no_agent',
    type: seconds(0),
  },
  {
    key: 'maxWaitTimeWithNoAgentTimeReached',
    moduleName: 'max-wait-time-with-no-agent-time-reached',
    yamlName: 'max_wait_time_with_no_agent_time_reached',
    type: seconds(5),
  },
  { key: 'overflowQueue', moduleName: null, yamlName: 'overflow_queue', type: queue },
  { key: 'overflowEstimatedWait', moduleName: null, yamlName: 'overflow_estimated_wait', type: seconds(0) },
  {
    key: 'agentNoAnswerStatus',
    moduleName: 'agent-no-answer-status',
    yamlName: 'agent_no_answer_status',
    type: choice(NO_ANSWER_STATUSES, 'On Break', REFUSED_NO_ANSWER_STATUSES),
  },
  {
    key: 'skipAgentsWithExternalCalls',
    moduleName: 'skip-agents-with-external-calls',
    yamlName: 'skip_agents_with_external_calls',
    type: flag(true),
  },
];

/** Whether its callers are told how they stand. */
export function announcesStanding({ announcePosition, announceEstimatedWait }: QueueSettings): boolean {
  return announcePosition || announceEstimatedWait;
}

/** The sounds that a queue plays. */
export function soundsOf(settings: QueueSettings): string[] {
  return [settings.mohSound, settings.announceSound].filter((name) => name !== null && name !== undefined);
}

/** Names that FreeSWITCH knows and a tenant file may not hold, each with the reason that its author is told. */
export const REFUSED_QUEUE_SETTINGS: Readonly<Record<string, string>> = {
  ring_progressively_delay: `belongs to ring-progressively, which is refused: ${RING_PROGRESSIVELY_STALLS}`,
  record_template:
    'write record: true or false; the path is built from the call id alone, as a path given here could take a slash ' +
    'from what a caller typed',
};
