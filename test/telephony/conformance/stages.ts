import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../scripts/services/repository-root';
import type { AgentTiming } from '../../../src/features/queues/domain/agent-timing';
import type { QueueSettings } from '../../../src/features/queues/domain/queue-settings';
import { exportTenant } from '../../../src/features/tenants/domain/tenant-export';
import { readTenantFile } from '../../../src/features/tenants/domain/tenant-file';
import type { NumberSpec, TenantSpec } from '../../../src/features/tenants/domain/tenant-spec';

/** The others are further insurers: `capped` and `ten` may have one call and ten at a time, `thrifty` may spend little. */
export const SLUGS = ['pharma', 'insurance', 'capped', 'ten', 'thrifty'] as const;
export type Slug = (typeof SLUGS)[number];

/** What a scenario needs of a tenant: a queue of its own, with a number that leads to it, and agents. */
export interface StageRequest {
  /** How many agents the queue has, each with a seat; they sign in only when the scenario says so. */
  agents: number;
  settings?: Partial<QueueSettings>;
  timing?: Partial<AgentTiming>;
  number?: Partial<Pick<NumberSpec, 'greeting' | 'hours' | 'closed'>>;
}

/** The names that a scenario's stage has in its tenant. Agents have the same numbers in every tenant. */
export interface StageNames {
  number: string;
  queue: string;
  agents: string[];
}

export interface Staged {
  name: string;
  stages: Partial<Record<Slug, StageRequest>>;
}

const FILES: Record<Slug, string> = { pharma: 'pharma', insurance: 'insurance', capped: 'insurance', ten: 'insurance', thrifty: 'insurance' };
const CALLS_AT_ONCE: Record<Slug, number> = { pharma: 300, insurance: 300, capped: 1, ten: 10, thrifty: 300 };
const SEATS = 300;

export const NEVER_OPEN = 'never-open';
const DAY_MS = 86_400_000;

/** Short, so that the scenarios are. */
const TIMING: AgentTiming = {
  wrapUp: 1, maxNoAnswer: 3, rejectDelay: 3, busyDelay: 3, noAnswerDelay: 3, ringSeconds: 15,
};

export function stageNames(slug: Slug, scenario: string, index: number, { agents }: StageRequest): StageNames {
  return {
    number: `4008${SLUGS.indexOf(slug) + 1}${String(index).padStart(5, '0')}`,
    queue: scenario,
    agents: Array.from({ length: agents }, (_, nth) => String(1100 + index * 10 + nth)),
  };
}

/** A tenant of tenants/*.yaml with its own tariff and terms, and the stages of all scenarios in place of its queues. */
export function stagedTenant(slug: Slug, scenarios: readonly Staged[]): TenantSpec {
  const base = tenantFile(FILES[slug]);
  const domain = `${slug}.seatline.test`;
  const staged = scenarios.flatMap(({ name, stages }, index) => {
    const request = stages[slug];
    return request ? [{ request, names: stageNames(slug, name, index, request) }] : [];
  });
  const numbers = staged.flatMap(({ names }) => names.agents);
  return valid({
    ...base,
    tenant: slug,
    domain,
    quotas: { concurrentCalls: CALLS_AT_ONCE[slug], seats: SEATS, requestsPerSecond: null },
    ...(slug === 'thrifty' && thrift(base)),
    hours: [neverOpen(base)],
    numbers: staged.map(({ request, names: { number, queue } }) => ({
      number, queue, greeting: null, hours: null, ivr: null, closed: 'closed', scriptsByHours: [], testsDraft: false, ...request.number,
    })),
    seats: numbers.map((extension) => ({ extension, callerNumber: null })),
    users: [{ email: `admin@${domain}`, name: 'Administrator', role: 'tenant_admin' }],
    agents: staged.flatMap(({ request, names }) =>
      names.agents.map((number) => ({
        number, name: `Agent ${number}`, seat: number, user: null, team: null, skills: [], ...TIMING, ...request.timing,
      })),
    ),
    teams: null,
    skills: null,
    wrapUpCodes: null,
    handTopics: null,
    segments: null,
    ivrScripts: null,
    queues: staged.map(({ request, names }) => ({
      ...base.queues[0]!,
      name: names.queue,
      strategy: 'sequentially-by-agent-order',
      maxWaitTime: 40,
      ...request.settings,
      requires: [],
      tiers: names.agents.map((agent, nth) => ({ agent, level: 0, position: nth + 1 })),
    })),
  });
}

/** 0.05 a day, at 0.01 a second. */
function thrift({ tariff, callingPlan }: TenantSpec): Pick<TenantSpec, 'tariff' | 'callingPlan'> {
  const inbound = tariff.rates.filter(({ direction }) => direction === 'inbound');
  const bySecond = { connectFee: '0', price: '0.6', unit: 60, increment: 1, fromSecond: 0, band: null };
  return {
    tariff: { ...tariff, rates: [...inbound, { direction: 'outbound', prefix: '+86', ...bySecond }] },
    callingPlan: { ...callingPlan, spendPerDay: '0.05' },
  };
}

/** A calendar that is closed for as long as the tests may run, whatever the tenant's time zone. */
function neverOpen(base: TenantSpec): TenantSpec['hours'][number] {
  const holidays = [-1, 0, 1].map((days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10));
  return { ...base.hours[0]!, name: NEVER_OPEN, holidays };
}

/** What no tenant file could say is no fair test. */
function valid(spec: TenantSpec): TenantSpec {
  return read(`the derived tenant ${spec.tenant}`, exportTenant(spec));
}

function tenantFile(name: string): TenantSpec {
  const path = join(repositoryRoot(__dirname), 'tenants', `${name}.yaml`);
  return read(path, readFileSync(path, 'utf8'));
}

function read(what: string, text: string): TenantSpec {
  const reading = readTenantFile(text);
  if (reading.ok) return reading.spec;
  throw new Error(`${what}: ${JSON.stringify(reading.problems)}`);
}
