import type { WeeklyHours } from '../../numbers/domain/opening-hours';
import type { CallingPlanLimits } from '../../calling-plan/domain/calling-plan';
import type { HandTopic } from '../../hand-topics/domain/hand-topic';
import type { AgentTiming } from '../../queues/domain/agent-timing';
import type { RetentionTerms } from '../../retention/domain/retention-terms';
import type { QueueSettings } from '../../queues/domain/queue-settings';
import type { SegmentColour } from '../../segments/domain/segment';
import type { Direction } from '../../tariffs/domain/tariff';
import type { TimeBand } from '../../tariffs/domain/time-bands';

/**
 * One tenant as its file declares it: typed, checked and in canonical order (see canonical-order.ts), with every
 * range expanded and every default filled in. The database and the export are both derived from this shape.
 */
export interface TenantSpec {
  /** The slug, [a-z][a-z0-9-]{1,30}; the natural key of a tenant. */
  tenant: string;
  name: string;
  /** SIP domain, lower case; never starts with a digit. */
  domain: string;
  /** IANA time zone. */
  timezone: string;
  /** ISO 4217. */
  currency: string;
  locale: Locale;
  quotas: QuotaSpec;
  /** Key: name. */
  hours: HoursSpec[];
  /** Key: number. */
  numbers: NumberSpec[];
  /** Key: extension. */
  seats: SeatSpec[];
  /** Key: email. */
  users: UserSpec[];
  /** Key: name. Null: the file says nothing of them; those that there are stay, with the agents who belong to them. */
  teams: TeamSpec[] | null;
  /** Key: name. Null: the file says nothing of them; those that there are stay, with who has them and what queues ask for. */
  skills: SkillSpec[] | null;
  /** Key: number. */
  agents: AgentSpec[];
  /** Key: name. */
  queues: QueueSpec[];
  /** Key: code. Null: the file says nothing of them, and those that there are stay. */
  wrapUpCodes: WrapUpCodeSpec[] | null;
  /** In their order. Null: the file says nothing of them, and those that there are stay. */
  handTopics: HandTopic[] | null;
  /** Key: name. Null: the file says nothing of them, and those that there are stay. */
  segments: SegmentSpec[] | null;
  /** Those that lead callers. Key: name. Null: the file says nothing of them, and those that there are stay. */
  ivrScripts: IvrScriptSpec[] | null;
  tariff: TariffSpec;
  contract: ContractSpec;
  callingPlan: CallingPlanSpec;
  /** Null: the file says nothing of it, and what holds stays. A slip must not delete what the tenant wants to keep. */
  retention: RetentionTerms | null;
}

/** The languages that prompts exist in: freeswitch/sounds/<locale>/NAME.wav. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export interface QuotaSpec {
  /** 1..30000 */
  concurrentCalls: number;
  /** 1..30000 */
  seats: number;
  /** Requests to the API, 1..30000; null is the installation's usual. */
  requestsPerSecond: number | null;
}

/** A named opening-hours calendar in the tenant's time zone. */
export interface HoursSpec extends WeeklyHours {
  name: string;
}

export interface NumberSpec {
  /** Canonical: `+` and digits (E.164), or a national service number's digits such as 4008001001 or 95003. */
  number: string;
  /** Name of a queue of this tenant. */
  queue: string;
  /** Sound played before the queue, or null. */
  greeting: string | null;
  /** Name of a calendar of this tenant; null is always open. */
  hours: string | null;
  /** Name of an IVR script, or null for straight to the queue. */
  ivr: string | null;
  /** Sound played outside the hours, or null. */
  closed: string | null;
  /** In their order: the first one whose calendar is open leads, before `ivr`. */
  scriptsByHours: ScriptByHoursSpec[];
  /** Whether its callers are led by drafts. */
  testsDraft: boolean;
}

export interface ScriptByHoursSpec {
  /** Name of a calendar of this tenant. */
  hours: string;
  /** Name of an IVR script. */
  ivr: string;
}

/** A leased SIP place. */
export interface SeatSpec {
  /** 4..6 digits, not starting with 0; the SIP user at the tenant's domain. */
  extension: string;
  /** A number of this tenant, which the seat's calls present; null is the tenant's first. */
  callerNumber: string | null;
}

export const USER_ROLES = ['tenant_admin', 'supervisor', 'agent', 'viewer'] as const;
export type UserRole = (typeof USER_ROLES)[number];

export interface UserSpec {
  /** Lower case. */
  email: string;
  name: string;
  role: UserRole;
}

/** Agents who work together. */
export interface TeamSpec {
  name: string;
  description: string;
  /** E-mails of users of this tenant whose role supervises. */
  supervisors: string[];
}

/** What agents can do, better or worse. */
export interface SkillSpec {
  name: string;
  description: string;
}

/** How well, 1..5. */
export interface SkillLevelSpec {
  /** Name of a skill of this tenant. */
  skill: string;
  level: number;
}

/** Timing ranges: queues/domain/agent-timing.ts. What a file says once for a queue's agents is held by each of them. */
export interface AgentSpec extends AgentTiming {
  /** 4..6 digits, not starting with 0; mod_callcenter knows the agent as `<number>@<domain>`. */
  number: string;
  name: string;
  /** Extension of the fixed seat, or null for a hot desk: the agent picks a free seat when signing in. */
  seat: string | null;
  /** E-mail of the user who signs in as this agent, or null. */
  user: string | null;
  /** Name of a team of this tenant, or null. */
  team: string | null;
  /** Key: skill. */
  skills: SkillLevelSpec[];
}

export interface QueueSpec extends QueueSettings {
  /** [a-z][a-z0-9-]{0,30}; mod_callcenter knows the queue as `<name>@<domain>`. */
  name: string;
  wrapUpCodeRequired: boolean;
  /** What those have who serve it by their skills, at least. Key: skill. */
  requires: SkillLevelSpec[];
  /** Key: agent. */
  tiers: TierSpec[];
}

export interface TierSpec {
  /** Number of an agent of this tenant. */
  agent: string;
  /** 0..100; starts at 0 where the queue's tier rules apply. */
  level: number;
  /** 1..30000 */
  position: number;
}

/** How a call ended; codes: wrap-up-codes/domain/wrap-up-code.ts. */
export interface WrapUpCodeSpec {
  code: string;
  name: string;
  /** Null: the name serves both languages. */
  nameZh: string | null;
  /** Names of queues of this tenant; none is all. */
  queues: string[];
  active: boolean;
}

/** Customers of one worth; ranges: segments/domain/segment.ts. */
export interface SegmentSpec {
  name: string;
  rank: number;
  description: string;
  /** A sound's name, or null for the number's own. */
  greeting: string | null;
  /** Name of a queue of this tenant, or null for the number's own. */
  queue: string | null;
  prioritySeconds: number;
  /** Seconds; null is the contract's. */
  answerTarget: number | null;
  colour: SegmentColour;
}

/** A script as it is live; what its document may hold: ivr-scripts/domain/read-script.ts. */
export interface IvrScriptSpec {
  name: string;
  description: string;
  document: object;
}

/** Money of the tenant's currency as a canonical decimal: no sign, no leading or trailing zeros, at most 6 decimals. */
export type Decimal = string;

/** Monthly prices and the per-call rate rows. */
export interface TariffSpec {
  platformFee: Decimal;
  /** Per seat. */
  seatLease: Decimal;
  /** Per number. */
  numberRental: Decimal;
  /** Parts of the week with prices of their own, in the order in which they are tried. */
  bands: TimeBand[];
  /** YYYY-MM-DD. */
  holidays: string[];
  /** Key: direction, prefix, band, fromSecond. */
  rates: RateSpec[];
}

/** "60/6" is two rows: increment 60 from second 0, increment 6 from second 60. */
export interface RateSpec {
  direction: Direction;
  /** Start of the far party's number, `+` and digits or digits; '' matches every number. Longest prefix wins. */
  prefix: string;
  /** Charged once per answered call; only on the row from second 0. */
  connectFee: Decimal;
  /** Price of one `unit`. */
  price: Decimal;
  /** Seconds that `price` pays for, 1..86400. */
  unit: number;
  /** Seconds that the talk time is rounded up to, 1..86400. */
  increment: number;
  /** The row holds from this second of the call on, 0..86400. */
  fromSecond: number;
  /** The band in which it holds; null wherever no row of a band does. */
  band: string | null;
}

/** The six published formulas, see the contract section of the tenant files. */
export const SERVICE_LEVEL_FORMULAS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type ServiceLevelFormula = (typeof SERVICE_LEVEL_FORMULAS)[number];

export interface ContractSpec {
  serviceLevel: {
    formula: ServiceLevelFormula;
    /** T: answered within so many seconds, 1..3600. */
    seconds: number;
    /** s: abandons up to so many seconds count as short, 0..3600. */
    shortAbandon: number;
    /** Promised percentage, 1..100. */
    target: number;
  };
  /** First day of these terms in the tenant's time zone, YYYY-MM-DD. */
  validFrom: string;
  /** What is charged beside leases and calls, see contracts/domain/read-contract.ts; its fields in canonical order. */
  terms: object;
}

/** Limits: calling-plan/domain/calling-plan.ts. */
export interface CallingPlanSpec extends CallingPlanLimits {
  /** Classes of numbers (calling-plan/domain/destination.ts) and E.164 prefixes, no two alike. */
  destinations: string[];
  /** Null is no bound. */
  spendPerDay: Decimal | null;
  spendPerMonth: Decimal | null;
}
