import type { HandTopic } from '../../hand-topics/domain/hand-topic';
import { SUPERVISING_ROLES } from '../../../platform/auth/permissions';
import { groupBy } from '../../../platform/collections/group-by';
import { overflowsInto } from '../../queues/domain/overflow-chain';
import type { TimeBand } from '../../tariffs/domain/time-bands';
import type { DeclaredQueue } from './read-queues';
import type {
  AgentSpec,
  HoursSpec,
  NumberSpec,
  QuotaSpec,
  RateSpec,
  SeatSpec,
  SegmentSpec,
  SkillLevelSpec,
  SkillSpec,
  TeamSpec,
  TierSpec,
  UserSpec,
  WrapUpCodeSpec,
} from './tenant-spec';
import type { Located, YamlCursor } from './yaml-cursor';
import { didYouMean } from './suggest';

/** Everything that was read, with its places, before the whole is checked for what no part can see alone. */
export interface DeclaredTenant {
  quotas: QuotaSpec | null;
  hours: Located<HoursSpec>[];
  numbers: Located<NumberSpec>[];
  seats: Located<SeatSpec>[];
  users: Located<UserSpec>[];
  teams: Located<TeamSpec>[];
  skills: Located<SkillSpec>[];
  agents: Located<AgentSpec>[];
  queues: Located<DeclaredQueue>[];
  wrapUpCodes: Located<WrapUpCodeSpec>[];
  handTopics: Located<HandTopic>[];
  segments: Located<SegmentSpec>[];
  /** null when the tariff could not be read. */
  tariff: { bands: Located<TimeBand>[]; rates: Located<RateSpec>[] } | null;
}

/** Notes every broken rule that involves more than one entry. */
export function checkTenant(tenant: DeclaredTenant, root: YamlCursor): void {
  checkUnique(tenant);
  checkNumbers(tenant);
  checkSeats(tenant, root);
  checkTeams(tenant);
  checkAgents(tenant);
  checkSkills(tenant);
  checkWrapUpCodes(tenant);
  checkSegments(tenant);
  for (const queue of tenant.queues) checkQueue(queue, tenant.agents);
  checkOverflow(tenant.queues);
  if (tenant.tariff) checkRates(tenant.tariff.rates, root);
  if (tenant.tariff) checkBands(tenant.tariff);
}

function checkUnique({ numbers, seats, users, teams, skills, agents, queues, wrapUpCodes, handTopics, segments }: DeclaredTenant): void {
  refuseRepeated(numbers, ({ number }) => number, (keys) => `listed before: number ${keys}`);
  refuseRepeated(seats, ({ extension }) => extension, (keys) => `listed before: extension ${keys}`);
  refuseRepeated(users, ({ email }) => email, (keys) => `listed before: e-mail ${keys}`);
  refuseRepeated(teams, ({ name }) => name, (keys) => `listed before: team ${keys}`);
  refuseRepeated(skills, ({ name }) => name, (keys) => `listed before: skill ${keys}`);
  refuseRepeated(agents, ({ number }) => number, (keys) => `listed before: agent ${keys}`);
  refuseRepeated(queues, ({ spec }) => spec.name, (keys) => `listed before: queue ${keys}`);
  refuseRepeated(wrapUpCodes, ({ code }) => code, (keys) => `listed before: wrap-up code ${keys}`);
  refuseRepeated(handTopics, ({ code }) => code, (keys) => `listed before: topic ${keys}`);
  refuseRepeated(segments, ({ name }) => name, (keys) => `listed before: segment ${keys}`);
}

function checkNumbers({ numbers, queues, hours }: DeclaredTenant): void {
  const queueNames = queues.map((queue) => queue.value.spec.name);
  const calendarNames = hours.map((calendar) => calendar.value.name);
  for (const { value, at } of numbers) {
    requireKnown(at.field('queue'), value.queue, queueNames, 'a queue of this file');
    requireKnown(at.field('hours'), value.hours, calendarNames, 'a calendar under hours of this file');
    for (const [index, { hours: name }] of value.scriptsByHours.entries()) {
      requireKnown(at.within(`/scripts_by_hours/${index}/hours`), name, calendarNames, 'a calendar under hours of this file');
    }
  }
}

function checkWrapUpCodes({ wrapUpCodes, queues }: DeclaredTenant): void {
  const queueNames = queues.map((queue) => queue.value.spec.name);
  for (const { value, at } of wrapUpCodes) {
    const unknown = value.queues.filter((queue) => queue !== '' && !queueNames.includes(queue));
    if (unknown.length > 0) at.field('queues').refuse('must be queues of this file', sample(unknown));
  }
}

function checkSegments({ segments, queues }: DeclaredTenant): void {
  const queueNames = queues.map((queue) => queue.value.spec.name);
  for (const { value, at } of segments) requireKnown(at.field('queue'), value.queue, queueNames, 'a queue of this file');
}

function checkSeats({ seats, quotas, numbers }: DeclaredTenant, root: YamlCursor): void {
  if (quotas && seats.length > quotas.seats) {
    root.field('seats').refuse(`there are more seats than quotas.seats allows (${quotas.seats})`, seats.length);
  }
  const own = new Set(numbers.map(({ value }) => value.number));
  for (const { value, at } of seats) {
    if (own.has(value.extension)) {
      at.refuse('this extension is also a number of this tenant: a call to it could mean either', value.extension);
    }
  }
  for (const [at, [first]] of groupBy(seats, (seat) => seat.at)) {
    requireKnown(at.field('caller_number'), first?.value.callerNumber ?? null, [...own], 'a number of this file');
  }
}

function checkTeams({ teams, users }: DeclaredTenant): void {
  const supervising: readonly string[] = SUPERVISING_ROLES;
  const known = new Set(users.filter(({ value }) => supervising.includes(value.role)).map(({ value }) => value.email));
  for (const { value, at } of teams) {
    const unfit = value.supervisors.filter((email) => email !== '' && !known.has(email));
    if (unfit.length > 0) {
      at.field('supervisors').refuse(`must be e-mails of users of this file with the role ${supervising.join(' or ')}`, sample(unfit));
    }
  }
}

function checkAgents({ agents, seats, users, teams }: DeclaredTenant): void {
  const extensions = seats.map(({ value }) => value.extension);
  const emails = users.map(({ value }) => value.email);
  requireAllKnown(agents, 'seat', extensions, 'a seat of this file');
  requireAllKnown(agents, 'user', emails, 'the e-mail of a user of this file');
  requireAllKnown(agents, 'team', teams.map(({ value }) => value.name), 'a team of this file');
  refuseRepeated(agents, ({ seat }) => seat, (keys) => `two agents cannot share a fixed seat, use hot_desk: ${keys}`);
  refuseRepeated(agents, ({ user }) => user, (keys) => `two agents cannot be the same user: ${keys}`);
}

function checkSkills({ skills, agents, queues }: DeclaredTenant): void {
  const known = skills.map(({ value }) => value.name);
  const requireSkills = (field: YamlCursor, levels: readonly SkillLevelSpec[]) => {
    const unknown = levels.map(({ skill }) => skill).filter((skill) => !known.includes(skill));
    const hint = () => (unknown.length === 1 ? didYouMean(unknown[0] ?? '', known) : '');
    if (unknown.length > 0) field.refuse(() => `must be skills of this file${hint()}`, sample(unknown));
  };
  for (const [at, [first]] of groupBy(agents, (agent) => agent.at)) requireSkills(at.field('skills'), first?.value.skills ?? []);
  for (const { value, at } of queues) requireSkills(at.field('requires'), value.spec.requires);
}

function checkQueue({ value: queue, at }: Located<DeclaredQueue>, agents: Located<AgentSpec>[]): void {
  const { tiers, spec } = queue;
  const known = new Set(agents.map(({ value }) => value.number));
  const unknown = tiers.filter(({ value }) => !known.has(value.agent));
  for (const [place, group] of groupBy(unknown, (tier) => tier.at)) {
    const numbers = group.map(({ value }) => value.agent);
    place.field('agents').refuse('there is no such agent in this file', sample(numbers));
  }
  refuseRepeated(tiers, ({ agent }) => agent, (keys) => `listed before in queue ${spec.name}: agent ${keys}`);
  if (spec.strategy === 'round-robin' || spec.strategy === 'top-down') checkPositions(tiers, spec.strategy);
  if (spec.tierRulesApply && tiers.length > 0 && !tiers.some(({ value }) => value.level === 0)) {
    at.field('tiers').refuse(
      'levels must start at 0 where tier_rules_apply is true: callers wait before the first level too, if it is not 0',
    );
  }
}

function checkOverflow(queues: Located<DeclaredQueue>[]): void {
  const next = new Map(queues.map(({ value: { spec } }) => [spec.name, spec.overflowQueue]));
  for (const { value: { spec }, at } of queues) {
    const field = at.field('overflow_queue');
    requireKnown(field, spec.overflowQueue, [...next.keys()], 'a queue of this file');
    if (overflowsInto(spec.name, spec.overflowQueue, (name) => next.get(name) ?? null)) field.refuse('must not lead back to the queue', spec.overflowQueue);
  }
}

/** Both strategies go on from the position last offered, so of two agents at one position the second is passed over. */
function checkPositions(tiers: Located<TierSpec>[], strategy: string): void {
  refuseRepeated(
    tiers,
    ({ level, position }) => `${position} at level ${level}`,
    (keys) =>
      `${strategy} passes over an agent whose position another agent of the level has: position ${keys}; ` +
      'write first_position to number them on',
  );
}

function checkRates(rates: Located<RateSpec>[], root: YamlCursor): void {
  refuseRepeated(
    rates,
    ({ direction, prefix, fromSecond, band }) => `${direction} "${prefix}"${band === null ? '' : ` in ${band}`} from second ${fromSecond}`,
    (keys) => `listed before: the rate ${keys}`,
  );
  if (!rates.some(({ value }) => value.direction === 'inbound' && value.prefix === '')) {
    const section = root.field('tariff').field('rates');
    section.refuse('an inbound row with prefix "" is required: every call must find a price');
  }
  for (const [, rows] of groupBy(rates, ({ value }) => `${value.direction} ${value.prefix} ${value.band}`)) checkRateRows(rows);
}

/** Whatever the hour, every call must find a price. */
function checkBands({ bands, rates }: { bands: Located<TimeBand>[]; rates: Located<RateSpec>[] }): void {
  const known = bands.map(({ value }) => value.name);
  for (const { value, at } of rates) requireKnown(at.field('band'), value.band, known, 'a band of the tariff');
  for (const [, rows] of groupBy(rates, ({ value }) => `${value.direction} "${value.prefix}"`)) {
    const [first] = rows;
    if (!first || rows.some(({ value }) => value.band === null)) continue;
    const { direction, prefix } = first.value;
    first.at.refuse(`${direction} "${prefix}" needs a row without a band too, for all other times`);
  }
}

/** The rows of one direction, prefix and band, which follow each other in time. */
function checkRateRows(rows: Located<RateSpec>[]): void {
  const ordered = [...rows].sort((a, b) => a.value.fromSecond - b.value.fromSecond);
  const [first] = ordered;
  if (first && first.value.fromSecond !== 0) first.at.refuse('the first row of a prefix must hold from_second 0');
  for (const [index, { value, at }] of ordered.entries()) {
    const before = ordered[index - 1]?.value;
    if (!before) continue;
    if (value.connectFee !== '0') {
      at.field('connect_fee').refuse('is charged once a call and belongs to the row from_second 0', value.connectFee);
    }
    if ((value.fromSecond - before.fromSecond) % before.increment !== 0) {
      at.field('from_second').refuse(
        `must lie whole increments of ${before.increment} s after the row before, which holds from ` +
          `${before.fromSecond} s`,
        value.fromSecond,
      );
    }
  }
}

/** Notes keys that stand more than once, together for each entry that repeats them. Empty ones were refused before. */
function refuseRepeated<T>(
  items: readonly Located<T>[],
  keyOf: (value: T) => string | null,
  rule: (keys: string) => string,
): void {
  const seen = new Set<string>();
  const repeated = items.flatMap(({ value, at }) => {
    const key = keyOf(value);
    if (key === null || key === '') return [];
    if (seen.has(key)) return [{ key, at }];
    seen.add(key);
    return [];
  });
  for (const [at, group] of groupBy(repeated, (item) => item.at)) {
    at.refuse(rule(sample([...new Set(group.map(({ key }) => key))])));
  }
}

function requireAllKnown(
  agents: Located<AgentSpec>[],
  key: 'seat' | 'user' | 'team',
  known: readonly string[],
  what: string,
): void {
  const set = new Set(known);
  const unknown = agents.filter(({ value }) => value[key] !== null && value[key] !== '' && !set.has(value[key]));
  for (const [place, group] of groupBy(unknown, (agent) => agent.at)) {
    const values = group.map(({ value }) => value[key] ?? '');
    const hint = (): string => (values.length === 1 ? didYouMean(values[0] ?? '', known) : '');
    place.field(key).refuse(() => `must be ${what}${hint()}`, sample(values));
  }
}

function requireKnown(field: YamlCursor, name: string | null, known: readonly string[], what: string): void {
  if (name === null || name === '' || known.includes(name)) return;
  field.refuse(() => `must be ${what}${didYouMean(name, known)}`, name);
}

function sample(values: readonly string[]): string {
  return values.length > 3 ? `${values.slice(0, 3).join(', ')} and ${values.length - 3} more` : values.join(', ');
}
