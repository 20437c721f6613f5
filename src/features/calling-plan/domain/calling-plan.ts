import { DEFAULT_DESTINATIONS } from './destination';

/** What a tenant's phones may do over the trunk, and what its calls may take of a node. */
export interface CallingPlan extends CallingPlanLimits {
  /** Classes and prefixes of numbers that may be called; what none names is refused. */
  destinations: string[];
  /** What outbound calls may cost in a day and in a month of the tenant's zone, in micro-units; null is no bound. */
  spendPerDayMicro: bigint | null;
  spendPerMonthMicro: bigint | null;
}

export interface CallingPlanLimits {
  /** Calls that one seat may place in any 60 s; whoever places more is suspended. */
  seatCallsPerMinute: number;
  /** Calls that all seats together may place in any 60 s. */
  callsPerMinute: number;
  /** Calls of the tenant, in and out, that may begin in one second on one node. */
  callsPerSecond: number;
  /** Calls that no other tenant's can take the place of. */
  reservedChannels: number;
  /** The longest a call over the trunk may last from its answer, in minutes. */
  maxCallMinutes: number;
}

/** One limit: its name in the program and in a tenant's file, and its range. */
export interface CallingPlanSetting {
  key: keyof CallingPlanLimits;
  yamlName: string;
  min: number;
  max: number;
  default: number;
}

/** In the order that files are written. */
export const CALLING_PLAN_LIMITS: readonly CallingPlanSetting[] = [
  { key: 'seatCallsPerMinute', yamlName: 'seat_calls_per_minute', min: 1, max: 120, default: 20 },
  { key: 'callsPerMinute', yamlName: 'calls_per_minute', min: 1, max: 30_000, default: 300 },
  { key: 'callsPerSecond', yamlName: 'calls_per_second', min: 1, max: 1_000, default: 50 },
  { key: 'reservedChannels', yamlName: 'reserved_channels', min: 0, max: 30_000, default: 0 },
  { key: 'maxCallMinutes', yamlName: 'max_call_minutes', min: 1, max: 1_440, default: 240 },
];

const DEFAULT_LIMITS = Object.fromEntries(CALLING_PLAN_LIMITS.map(({ key, default: value }) => [key, value]));

/** The plan of a tenant whose file says nothing of one. */
export const DEFAULT_CALLING_PLAN: Readonly<CallingPlan> = {
  ...(DEFAULT_LIMITS as unknown as CallingPlanLimits),
  destinations: [...DEFAULT_DESTINATIONS],
  spendPerDayMicro: null,
  spendPerMonthMicro: null,
};
