import type { CallingPlan } from '../../calling-plan/domain/calling-plan';
import type { WeeklyHours } from '../../numbers/domain/opening-hours';
import type { QueueSettings } from '../../queues/domain/queue-settings';
import type { SoundFiles } from './sound-path';

/** All that the switch may be told about one tenant, at one revision of its configuration. */
export interface TenantRouting {
  tenantId: string;
  slug: string;
  domain: string;
  timezone: string;
  locale: string;
  currency: string;
  /** How many calls it may have at once on a node: its contract's, less what others have reserved. */
  channels: number;
  plan: CallingPlan;
  revision: number;
  /** While it is on: the sound with which every number answers, whatever else it is led by. */
  emergency: { message: string } | null;
  /** By extension; suspended ones are missing, and so are those that no phone can register at. */
  seats: ReadonlyMap<string, SeatRouting>;
  /** By number. */
  numbers: ReadonlyMap<string, NumberRouting>;
  /** By number, those who sit at a seat where a phone can ring. */
  agents: ReadonlyMap<string, AgentRouting>;
  /** By name. */
  queues: ReadonlyMap<string, QueueSettings>;
  /** Names of those queues that send newcomers on to the next one at this moment. */
  overfull: ReadonlySet<string>;
  sounds: SoundFiles;
  /** By id. */
  segments: ReadonlyMap<string, SegmentRouting>;
}

export interface SeatRouting {
  id: string;
  /** The digest's A1 hash. */
  a1Hash: string;
  /** The number that it chose to present; null for the tenant's first. */
  callerNumber: string | null;
}

export interface AgentRouting {
  /** Where the agent sits. */
  extension: string;
  ringSeconds: number;
}

export interface NumberRouting {
  id: string;
  number: string;
  queue: string;
  greeting: string | null;
  closed: string | null;
  hours: WeeklyHours | null;
  /** The first one whose hours are open leads its callers, before `script`. */
  scriptsByHours: { hours: WeeklyHours; script: LeadingScript }[];
  /** The script that leads its callers; null for straight to the queue. */
  script: LeadingScript | null;
}

/** A version of a script, or its draft (DRAFT). */
export interface LeadingScript {
  id: string;
  version: number;
}

export interface SegmentRouting {
  id: string;
  /** Null for the number's own, as the queue. */
  greeting: string | null;
  queue: string | null;
  /** The caller counts as having waited so much longer. */
  prioritySeconds: number;
}

/** The dialplan context of a tenant: nothing in one can name anything in another. */
export function contextOf(slug: string): string {
  return `tenant-${slug}`;
}

/** The slug of a tenant's context, or null for a context that is none. */
export function slugOfContext(context: string): string | null {
  return context.startsWith('tenant-') ? context.slice('tenant-'.length) : null;
}
