import { createHash } from 'node:crypto';
import { WEEKDAYS } from '../../numbers/domain/opening-hours';
import { AGENT_TIMINGS } from '../../queues/domain/agent-timing';
import { QUEUE_SETTINGS } from '../../queues/domain/queue-settings';
import { CALLING_PLAN_LIMITS, DEFAULT_CALLING_PLAN } from '../../calling-plan/domain/calling-plan';
import { SEGMENT_DEFAULTS } from '../../segments/domain/segment';
import type { TimeBand } from '../../tariffs/domain/time-bands';
import { spanText } from './tenant-export';
import type { IvrScriptSpec, SkillLevelSpec, TenantSpec } from './tenant-spec';

export type FieldValue = string | number | boolean | null;
/** An entry's fields by the names of the tenant file. */
export type Fields = Record<string, FieldValue>;

/** The parts of a tenant in the order a plan shows them. */
export const TENANT_SECTIONS = [
  'tenant',
  'hours',
  'seats',
  'users',
  'teams',
  'skills',
  'agents',
  'queues',
  'tiers',
  'numbers',
  'wrap_up_codes',
  'hand_topics',
  'segments',
  'ivr_scripts',
  'tariff',
  'rates',
  'contract',
  'calling_plan',
  'retention',
] as const;
export type TenantSection = (typeof TENANT_SECTIONS)[number];

/** One entry of a tenant with its natural key; `path` names it within the whole tenant. */
export interface TenantEntry {
  section: TenantSection;
  key: string;
  path: string;
  fields: Fields;
}

/** The whole tenant as flat entries, which is how two of them are compared and shown. */
export function entriesOf(spec: TenantSpec): TenantEntry[] {
  return [
    { section: 'tenant', key: spec.tenant, path: 'tenant', fields: headFields(spec) },
    ...spec.hours.map((calendar) => {
      const days = WEEKDAYS.map((day) => [day, calendar.week[day].map(spanText).join(', ') || null]);
      const fields: Fields = { ...Object.fromEntries(days), holidays: calendar.holidays.join(', ') || null };
      return entry('hours', calendar.name, fields);
    }),
    ...spec.seats.map(({ extension, callerNumber }) => entry('seats', extension, { caller_number: callerNumber })),
    ...spec.users.map(({ email, name, role }) => entry('users', email, { name, role })),
    ...(spec.teams ?? []).map(({ name, description, supervisors }) =>
      entry('teams', name, { description, supervisors: supervisors.join(', ') || null }),
    ),
    ...(spec.skills ?? []).map(({ name, description }) => entry('skills', name, { description })),
    ...spec.agents.map((agent) => {
      const timing = AGENT_TIMINGS.map(({ key, yamlName }) => [yamlName, agent[key]]);
      const { number, name, seat, user, team } = agent;
      return entry('agents', number, { name, seat: seat ?? 'hot_desk', user, team, skills: levelsText(agent.skills), ...Object.fromEntries(timing) });
    }),
    ...spec.queues.map((queue) => {
      const settings = QUEUE_SETTINGS.map(({ key, yamlName }) => [yamlName, queue[key]]);
      const { name, wrapUpCodeRequired, requires } = queue;
      return entry('queues', name, { ...Object.fromEntries(settings), wrap_up_code_required: wrapUpCodeRequired, requires: levelsText(requires) });
    }),
    ...spec.queues.flatMap((queue) =>
      queue.tiers.map(({ agent, level, position }) => ({
        section: 'tiers' as const,
        key: `${queue.name}/${agent}`,
        path: `queues[${queue.name}].tiers[${agent}]`,
        fields: { level, position },
      })),
    ),
    ...spec.numbers.map(({ number, scriptsByHours, testsDraft, ...fields }) => {
      const led = scriptsByHours.map(({ hours, ivr }) => `${hours}: ${ivr}`);
      return entry('numbers', number, { ...fields, scripts_by_hours: led.join(', ') || null, tests_draft: testsDraft });
    }),
    ...(spec.wrapUpCodes ?? []).map(({ code, name, nameZh, queues, active }) =>
      entry('wrap_up_codes', code, { name, name_zh: nameZh, queues: queues.join(', ') || null, active }),
    ),
    ...(spec.handTopics ?? []).map(({ code, name, nameZh }, place) => entry('hand_topics', code, { name, name_zh: nameZh, place: place + 1 })),
    ...(spec.segments ?? []).map(({ name, prioritySeconds, answerTarget, ...fields }) =>
      entry('segments', name, { ...fields, priority_seconds: prioritySeconds, answer_target: answerTarget }),
    ),
    ...(spec.ivrScripts ?? []).map((script) => entry('ivr_scripts', script.name, scriptFields(script))),
    { section: 'tariff', key: '', path: 'tariff', fields: tariffFields(spec) },
    ...spec.tariff.rates.map((rate) => {
      const key = `${rate.direction} "${rate.prefix}"${rate.band === null ? '' : ` in ${rate.band}`} from ${rate.fromSecond} s`;
      const path = `tariff.rates[${key}]`;
      const { price, unit, increment } = rate;
      return { section: 'rates' as const, key, path, fields: { connect_fee: rate.connectFee, price, unit, increment } };
    }),
    { section: 'contract', key: '', path: 'contract', fields: contractFields(spec) },
    { section: 'calling_plan', key: '', path: 'calling_plan', fields: callingPlanFields(spec) },
    ...retentionEntries(spec),
  ];
}

/** What a field is when a file does not mention it; undefined where a file must. */
export function defaultOf(section: TenantSection, field: string): FieldValue | undefined {
  if (section === 'calling_plan') return defaultOfPlan(field);
  if (section === 'agents') return AGENT_TIMINGS.find(({ yamlName }) => yamlName === field)?.default;
  if (section === 'numbers') return field === 'tests_draft' ? false : undefined;
  if (section === 'teams' || section === 'skills') return field === 'description' ? '' : undefined;
  if (section === 'segments') return SEGMENT_FIELD_DEFAULTS[field];
  if (section === 'wrap_up_codes') return field === 'active' ? true : undefined;
  if (field === 'wrap_up_code_required') return false;
  if (section !== 'queues' || field === 'strategy') return undefined;
  return QUEUE_SETTINGS.find(({ yamlName }) => yamlName === field)?.type.default;
}

const SEGMENT_FIELD_DEFAULTS: Fields = {
  description: SEGMENT_DEFAULTS.description,
  priority_seconds: SEGMENT_DEFAULTS.prioritySeconds,
  colour: SEGMENT_DEFAULTS.colour,
};

function entry(section: TenantSection, key: string, fields: Fields): TenantEntry {
  return { section, key, path: `${section}[${key}]`, fields };
}

function levelsText(levels: readonly SkillLevelSpec[]): string | null {
  return levels.map(({ skill, level }) => `${skill} ${level}`).join(', ') || null;
}

function headFields(spec: TenantSpec): Fields {
  const { tenant, name, domain, timezone, currency, locale, quotas } = spec;
  const limits = {
    'quotas.concurrent_calls': quotas.concurrentCalls,
    'quotas.seats': quotas.seats,
    'quotas.requests_per_second': quotas.requestsPerSecond,
  };
  return { tenant, name, domain, timezone, currency, locale, ...limits };
}

/** A step is told by its kind and by a mark that changes with it: all that it says would fill the screen. */
function scriptFields({ description, document }: IvrScriptSpec): Fields {
  const { start, fallback, steps } = document as { start: string; fallback: string; steps: Record<string, { type: string }> };
  const marks = Object.entries(steps).map(([name, step]) => [`steps.${name}`, `${step.type} #${markOf(step)}`]);
  return { description: description || null, start, fallback, ...Object.fromEntries(marks) };
}

function markOf(step: object): string {
  return createHash('sha256').update(JSON.stringify(step)).digest('hex').slice(0, 8);
}

function tariffFields({ tariff }: TenantSpec): Fields {
  const { platformFee, seatLease, numberRental, bands, holidays } = tariff;
  const held = bands.map((band) => [`bands.${band.name}`, bandText(band)]);
  const fees = { platform_fee: platformFee, seat_lease: seatLease, number_rental: numberRental };
  return { ...fees, ...Object.fromEntries(held), holidays: holidays.join(', ') || null };
}

function bandText({ week, holidays }: TimeBand): string {
  const days = WEEKDAYS.filter((day) => week[day].length > 0).map((day) => `${day} ${week[day].map(spanText).join(' ')}`);
  return [...days, ...(holidays ? ['holidays'] : [])].join(', ');
}

function contractFields({ contract }: TenantSpec): Fields {
  return {
    'service_level.formula': contract.serviceLevel.formula,
    'service_level.seconds': contract.serviceLevel.seconds,
    'service_level.short_abandon': contract.serviceLevel.shortAbandon,
    'service_level.target': contract.serviceLevel.target,
    valid_from: contract.validFrom,
    ...termsFields(contract.terms as Record<string, unknown>),
  };
}

/** Each item and discount by its code; what it says, in a line. */
function termsFields({ items = [], discounts = [], ...others }: { items?: unknown; discounts?: unknown } & Record<string, unknown>): Fields {
  const listed = [['items', items], ['discounts', discounts]].flatMap(([list, entries]) =>
    (entries as Record<string, unknown>[]).map(({ code, ...entry }) => [`${String(list)}.${String(code)}`, lineOf(entry)]));
  const single = Object.entries(others).map(([name, value]) => [name, typeof value === 'object' ? lineOf(value) : value]);
  return Object.fromEntries([...single, ...listed]) as Fields;
}

function lineOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(lineOf).join('; ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value).map(([name, field]) => `${name} ${lineOf(field)}`).join(', ');
}

function callingPlanFields({ callingPlan }: TenantSpec): Fields {
  return {
    destinations: callingPlan.destinations.join(', ') || null,
    ...Object.fromEntries(CALLING_PLAN_LIMITS.map(({ key, yamlName }) => [yamlName, callingPlan[key]])),
    spend_per_day: callingPlan.spendPerDay,
    spend_per_month: callingPlan.spendPerMonth,
  };
}

function retentionEntries({ retention }: TenantSpec): TenantEntry[] {
  if (!retention) return [];
  const fields = { recording_days: retention.recordingDays, number_days: retention.numberDays };
  return [{ section: 'retention', key: '', path: 'retention', fields }];
}

function defaultOfPlan(field: string): FieldValue | undefined {
  if (field === 'destinations') return [...DEFAULT_CALLING_PLAN.destinations].sort().join(', ');
  return CALLING_PLAN_LIMITS.find(({ yamlName }) => yamlName === field)?.default ?? null;
}
