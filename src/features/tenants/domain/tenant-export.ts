import { Document, isMap, isScalar } from 'yaml';
import { WEEKDAYS, type DaySpan, type WeeklyHours } from '../../numbers/domain/opening-hours';
import { AGENT_TIMINGS } from '../../queues/domain/agent-timing';
import { QUEUE_SETTINGS } from '../../queues/domain/queue-settings';
import { CALLING_PLAN_LIMITS, DEFAULT_CALLING_PLAN } from '../../calling-plan/domain/calling-plan';
import { SEGMENT_DEFAULTS } from '../../segments/domain/segment';
import type { TimeBand } from '../../tariffs/domain/time-bands';
import { canonicalOrder } from './canonical-order';
import { follows, rangeText, stretches } from './number-range';
import { HOT_DESK } from './read-agents';
import type {
  AgentSpec,
  CallingPlanSpec,
  ContractSpec,
  IvrScriptSpec,
  NumberSpec,
  QueueSpec,
  SeatSpec,
  SegmentSpec,
  SkillLevelSpec,
  TariffSpec,
  TeamSpec,
  TenantSpec,
  TierSpec,
  WrapUpCodeSpec,
} from './tenant-spec';

type Shape = Record<string, unknown>;

const TITLE = ` One tenant of the platform, as it stands. Check a change with \`npm run tenant -- plan FILE\`,
 make it so with \`npm run tenant -- apply FILE\`. What is left out has its default.`;

const SECTION_COMMENTS: Readonly<Record<string, string>> = {
  quotas: ' Upper limits of the contract.',
  hours: ' Opening hours by name, in the time zone above.',
  numbers: ' Numbers that callers dial.',
  seats: ' Leased SIP places.',
  users: ' Who signs in to the portal.',
  teams: ' Agents who work together, and who supervises them.',
  skills: ' What agents can do, from 1, a beginner, to 5, a master.',
  agents: ' Who answers; {number} stands for the agent\'s number. Times are seconds.',
  queues: ' Where callers wait. Times are seconds.',
  wrap_up_codes: ' How calls ended: what agents choose from.',
  hand_topics: ' What agents raise their hands for, in the order in which they see it.',
  segments: ' Callers by their worth: who belongs to which, the customers tell. Times are seconds.',
  ivr_scripts: ' What leads callers to the queues, step by step.',
  tariff: ' Monthly fees, and rate rows for calls; amounts in the currency above.',
  contract: ' What is promised.',
  calling_plan: ' What its phones may call, how often, and for how much.',
  retention: ' How long recordings, and the numbers of those who called, are kept.',
};

/**
 * The canonical file of a tenant: sections and lists in a fixed order, ranges collapsed, defaults left out. Reading
 * it back gives the same tenant.
 */
export function exportTenant(spec: TenantSpec): string {
  const document = new Document(shapeOf(canonicalOrder(spec)), { aliasDuplicateObjects: false });
  document.commentBefore = TITLE;
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items) {
      if (!isScalar(key) || typeof key.value !== 'string' || !(key.value in SECTION_COMMENTS)) continue;
      key.spaceBefore = true;
      key.commentBefore = SECTION_COMMENTS[key.value];
    }
  }
  return document.toString({ lineWidth: 0, indentSeq: true });
}

function shapeOf(spec: TenantSpec): Shape {
  return {
    tenant: spec.tenant,
    name: spec.name,
    domain: spec.domain,
    timezone: spec.timezone,
    currency: spec.currency,
    locale: spec.locale,
    quotas: withoutNulls({
      concurrent_calls: spec.quotas.concurrentCalls,
      seats: spec.quotas.seats,
      requests_per_second: spec.quotas.requestsPerSecond,
    }),
    ...section('hours', Object.fromEntries(spec.hours.map((calendar) => [calendar.name, shapeOfHours(calendar)]))),
    ...section('numbers', spec.numbers.map(shapeOfNumber)),
    ...section('seats', shapeOfSeats(spec.seats)),
    ...section('users', spec.users),
    ...section('teams', (spec.teams ?? []).map(shapeOfTeam)),
    ...section('skills', (spec.skills ?? []).map(({ name, description }) => ({ name, ...(description === '' ? {} : { description }) }))),
    ...section('agents', shapeOfAgents(spec.agents)),
    ...section('queues', spec.queues.map(shapeOfQueue)),
    ...section('wrap_up_codes', (spec.wrapUpCodes ?? []).map(shapeOfWrapUpCode)),
    ...section('hand_topics', (spec.handTopics ?? []).map(({ code, name, nameZh }) => ({ code, name, ...withoutNulls({ name_zh: nameZh }) }))),
    ...section('segments', (spec.segments ?? []).map(shapeOfSegment)),
    ...section('ivr_scripts', shapeOfScripts(spec.ivrScripts ?? [])),
    tariff: shapeOfTariff(spec.tariff),
    contract: shapeOfContract(spec.contract),
    ...section('calling_plan', shapeOfCallingPlan(spec.callingPlan)),
    ...section('retention', shapeOfRetention(spec)),
  };
}

function section(name: string, content: Shape | unknown[]): Shape {
  return Object.keys(content).length > 0 ? { [name]: content } : {};
}

function withoutNulls(fields: object): Shape {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function rangesOf(numbers: readonly string[]): string[] {
  return stretches(numbers, follows).map((run) => rangeText(run[0], run.at(-1)!));
}

function shapeOfNumber({ scriptsByHours, testsDraft, ...number }: NumberSpec): Shape {
  return { ...withoutNulls(number), ...section('scripts_by_hours', scriptsByHours), ...(testsDraft ? { tests_draft: true } : {}) };
}

/** Neighbours that present the same number become one range. */
function shapeOfSeats(seats: readonly SeatSpec[]): (string | Shape)[] {
  const runs = stretches(seats, (a, b) => follows(a.extension, b.extension) && a.callerNumber === b.callerNumber);
  return runs.map((run) => {
    const [{ extension, callerNumber }] = run;
    const range = rangeText(extension, run.at(-1)!.extension);
    if (callerNumber === null) return range;
    return { ...(run.length === 1 ? { extension } : { range }), caller_number: callerNumber };
  });
}

function shapeOfHours({ week, holidays }: WeeklyHours): Shape {
  const shape = shapeOfWeek(week);
  return holidays.length > 0 ? { ...shape, holidays } : shape;
}

function shapeOfBand({ week, holidays }: TimeBand): Shape {
  return { ...shapeOfWeek(week), ...(holidays && { on_holidays: true }) };
}

function shapeOfWeek(week: TimeBand['week']): Shape {
  const days = WEEKDAYS.map((day) => ({ day, spans: week[day].map(spanText) })).filter(({ spans }) => spans.length > 0);
  const runs = stretches(
    days,
    (a, b) => WEEKDAYS.indexOf(b.day) === WEEKDAYS.indexOf(a.day) + 1 && a.spans.join() === b.spans.join(),
  );
  const shape: Shape = {};
  for (const run of runs) {
    const last = run.at(-1)!;
    shape[run.length === 1 ? last.day : `${run[0].day}-${last.day}`] = singleOrList(last.spans);
  }
  return shape;
}

export function spanText({ open, close }: DaySpan): string {
  return `${open}-${close}`;
}

function singleOrList<T>(items: readonly T[]): T | readonly T[] {
  return items.length === 1 ? items[0]! : items;
}

function shapeOfTeam({ name, description, supervisors }: TeamSpec): Shape {
  return { name, ...(description === '' ? {} : { description }), ...section('supervisors', supervisors) };
}

/** Neighbours that differ by their number alone become one range. */
function shapeOfAgents(agents: readonly AgentSpec[]): Shape[] {
  const runs = stretches(agents, (a, b) => follows(a.number, b.number) && patternOf(a) === patternOf(b));
  return runs.map((run) => {
    const [first] = run;
    if (run.length === 1) return { number: first.number, ...shapeOfAgent(first, (text) => text) };
    return { range: rangeText(first.number, run.at(-1)!.number), ...shapeOfAgent(first, numberedIn(first)) };
  });
}

function patternOf(agent: AgentSpec): string {
  return JSON.stringify(shapeOfAgent(agent, numberedIn(agent)));
}

function numberedIn({ number }: AgentSpec): (text: string) => string {
  return (text) => text.replaceAll(number, '{number}');
}

function shapeOfAgent(agent: AgentSpec, write: (text: string) => string): Shape {
  const timing = AGENT_TIMINGS.filter((setting) => agent[setting.key] !== setting.default);
  return {
    name: write(agent.name),
    seat: agent.seat === null ? HOT_DESK : write(agent.seat),
    ...(agent.user === null ? {} : { user: write(agent.user) }),
    ...(agent.team === null ? {} : { team: agent.team }),
    ...section('skills', shapeOfLevels(agent.skills)),
    ...Object.fromEntries(timing.map((setting) => [setting.yamlName, agent[setting.key]])),
  };
}

function shapeOfLevels(levels: readonly SkillLevelSpec[]): Shape {
  return Object.fromEntries(levels.map(({ skill, level }) => [skill, level]));
}

function shapeOfQueue(queue: QueueSpec): Shape {
  const settings = QUEUE_SETTINGS.filter(({ key, type }) => key === 'strategy' || queue[key] !== type.default);
  return {
    name: queue.name,
    ...Object.fromEntries(settings.map(({ key, yamlName }) => [yamlName, queue[key]])),
    ...(queue.wrapUpCodeRequired ? { wrap_up_code_required: true } : {}),
    ...section('requires', shapeOfLevels(queue.requires)),
    ...section('tiers', shapeOfTiers(queue.tiers)),
  };
}

/** Agents at one level and position share an entry, and so do agents at consecutive positions. */
function shapeOfTiers(tiers: readonly TierSpec[]): Shape[] {
  const shared = stretches(tiers, (a, b) => a.level === b.level && a.position === b.position);
  const runs = stretches(
    shared,
    (a, b) =>
      a.length === 1 && b.length === 1 && a[0].level === b[0].level && b[0].position === a[0].position + 1,
  );
  return runs.map((run) => {
    const [{ level, position }] = run[0];
    const agents = singleOrList(rangesOf(run.flat().map((tier) => tier.agent)));
    return run.length > 1 ? { agents, level, first_position: position } : { agents, level, position };
  });
}

function shapeOfWrapUpCode({ code, name, nameZh, queues, active }: WrapUpCodeSpec): Shape {
  return { code, name, ...withoutNulls({ name_zh: nameZh }), ...section('queues', queues), ...(active ? {} : { active }) };
}

function shapeOfSegment({ name, rank, description, greeting, queue, prioritySeconds, answerTarget, colour }: SegmentSpec): Shape {
  return {
    name,
    rank,
    ...(description === SEGMENT_DEFAULTS.description ? {} : { description }),
    ...withoutNulls({ greeting, queue }),
    ...(prioritySeconds === SEGMENT_DEFAULTS.prioritySeconds ? {} : { priority_seconds: prioritySeconds }),
    ...withoutNulls({ answer_target: answerTarget }),
    ...(colour === SEGMENT_DEFAULTS.colour ? {} : { colour }),
  };
}

function shapeOfScripts(scripts: readonly IvrScriptSpec[]): Shape {
  return Object.fromEntries(scripts.map(({ name, description, document }) => [name, { ...(description === '' ? {} : { description }), ...document }]));
}

function shapeOfTariff({ platformFee, seatLease, numberRental, bands, holidays, rates }: TariffSpec): Shape {
  return {
    platform_fee: platformFee,
    seat_lease: seatLease,
    number_rental: numberRental,
    ...(bands.length > 0 && { bands: Object.fromEntries(bands.map((band) => [band.name, shapeOfBand(band)])) }),
    ...(holidays.length > 0 && { holidays }),
    rates: rates.map((rate) => ({
      direction: rate.direction,
      prefix: rate.prefix,
      connect_fee: rate.connectFee,
      price: rate.price,
      unit: rate.unit,
      increment: rate.increment,
      from_second: rate.fromSecond,
      ...(rate.band !== null && { band: rate.band }),
    })),
  };
}

function shapeOfContract({ serviceLevel, validFrom, terms }: ContractSpec): Shape {
  return {
    service_level: {
      formula: serviceLevel.formula,
      seconds: serviceLevel.seconds,
      short_abandon: serviceLevel.shortAbandon,
      target: serviceLevel.target,
    },
    valid_from: validFrom,
    ...terms,
  };
}

function shapeOfCallingPlan({ destinations, spendPerDay, spendPerMonth, ...limits }: CallingPlanSpec): Shape {
  const usual = [...DEFAULT_CALLING_PLAN.destinations].sort().join() === destinations.join();
  const unusual = CALLING_PLAN_LIMITS.filter((setting) => limits[setting.key] !== setting.default);
  return {
    ...(usual ? {} : { destinations }),
    ...Object.fromEntries(unusual.map((setting) => [setting.yamlName, limits[setting.key]])),
    ...withoutNulls({ spend_per_day: spendPerDay, spend_per_month: spendPerMonth }),
  };
}

function shapeOfRetention({ retention }: TenantSpec): Shape {
  return retention ? { recording_days: retention.recordingDays, number_days: retention.numberDays } : {};
}
