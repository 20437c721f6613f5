import * as fc from 'fast-check';
import { WEEKDAYS, type DaySpan, type Weekday } from '../../numbers/domain/opening-hours';
import { AGENT_TIMINGS, type AgentTiming } from '../../queues/domain/agent-timing';
import { QUEUE_SETTINGS, type QueueSettings } from '../../queues/domain/queue-settings';
import { SEGMENT_COLOURS } from '../../segments/domain/segment';
import type { TimeBand } from '../../tariffs/domain/time-bands';
import { canonicalContract } from '../../contracts/domain/canonical-contract';
import { canonicalOrder } from './canonical-order';
import { formatProblem } from './problem';
import { exportTenant } from './tenant-export';
import { readTenantFile } from './tenant-file';
import { planTenant } from './tenant-plan';
import { renderPlan } from './render-plan';
import {
  LOCALES,
  SERVICE_LEVEL_FORMULAS,
  USER_ROLES,
  type AgentSpec,
  type HoursSpec,
  type IvrScriptSpec,
  type QueueSpec,
  type RateSpec,
  type ScriptByHoursSpec,
  type TenantSpec,
  type TierSpec,
} from './tenant-spec';
import { FREE_TEXT } from './text-rules';

const name = fc.stringMatching(/^[a-z][a-z0-9-]{1,10}$/);
const sound = fc.option(fc.constantFrom('welcome', 'closed', 'null', 'true', 'hold_music'), { nil: null });
const extension = fc.integer({ min: 1000, max: 1060 }).map(String);
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((value) => FREE_TEXT.pattern.test(value));
const likeYaml = ['true', '1001', '- x', '# y', 'a: b', '"', "it's", '*a', '&b', '!c', '%', '@', '`', '~', '|', '? x'];
const label = fc.oneof(text, fc.constantFrom(...likeYaml), fc.constant('Agent'));
const money = fc
  .tuple(fc.nat(9_999), fc.nat(999_999))
  .map(([whole, millionths]) => `${whole}.${String(millionths).padStart(6, '0')}`.replace(/\.?0+$/, ''))
  .map((amount) => amount || '0');

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Up to two spans a day, within the day so that no two can overlap, the last perhaps to midnight. */
const spans: fc.Arbitrary<DaySpan[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 4, maxLength: 4 })
  .chain((times) => {
    const [a = 0, b = 0, c = 0, d = 0] = times.sort((x, y) => x - y);
    const two = [{ open: clock(a), close: clock(b) }, { open: clock(c), close: clock(d) }];
    return fc.nat(2).map((count) => two.slice(0, count));
  });

const calendar: fc.Arbitrary<HoursSpec> = fc
  .record({
    name,
    days: fc.array(fc.oneof(spans, fc.constant([{ open: '08:00', close: '20:00' }])), { minLength: 7, maxLength: 7 }),
    holidays: fc.uniqueArray(fc.constantFrom('2026-01-01', '2026-05-01', '2028-02-29'), { maxLength: 3 }),
  })
  .map(({ days, ...rest }) => ({
    ...rest,
    week: Object.fromEntries(WEEKDAYS.map((day, i) => [day, days[i]])) as Record<Weekday, DaySpan[]>,
  }))
  .filter(({ week }) => Object.values(week).some((day) => day.length > 0));

const timing = fc.record(
  Object.fromEntries(
    AGENT_TIMINGS.map(({ key, min, max, ...setting }) => [
      key,
      fc.oneof({ weight: 4, arbitrary: fc.constant(setting.default) }, fc.integer({ min, max })),
    ]),
  ),
) as unknown as fc.Arbitrary<AgentTiming>;

const settings = fc.record(
  Object.fromEntries(
    QUEUE_SETTINGS.map(({ key, type }) => {
      if (type.kind === 'seconds') return [key, fc.integer({ min: type.min, max: type.max })];
      if (type.kind === 'flag') return [key, fc.boolean()];
      // a queue names another only where there is one: below
      if (type.kind === 'queue') return [key, fc.constant(null)];
      return [key, type.kind === 'sound' ? sound : fc.constantFrom(...type.choices)];
    }),
  ),
) as unknown as fc.Arbitrary<QueueSettings>;

const TEAMS = ['Care', 'VIP: 夜班'];
const SKILLS = ['English', '理赔: 车险'];

/** Numbers of a group that share everything but the number, so that ranges come about. */
const agents: fc.Arbitrary<AgentSpec[]> = fc
  .uniqueArray(extension, { maxLength: 30 })
  .chain((numbers) =>
    fc
      .array(fc.tuple(label, fc.boolean(), fc.boolean(), timing), { minLength: 1, maxLength: 3 })
      .map((kinds) =>
        numbers.map((number, index) => {
          const [words, numbered, fixed, times] = kinds[Math.floor(index / 12) % kinds.length]!;
          const shown = numbered ? `${words} ${number}` : words;
          const skills = SKILLS.slice(0, Math.floor(index / 12)).map((skill) => ({ skill, level: fixed ? 5 : 1 }));
          return { number, name: shown, seat: fixed ? number : null, user: null, team: fixed ? TEAMS[index % 2]! : null, skills, ...times };
        }),
      ),
  );

function tiersOf(agentNumbers: string[]): fc.Arbitrary<TierSpec[]> {
  return fc
    .tuple(fc.subarray(agentNumbers), fc.constantFrom('same', 'step', 'mixed'), fc.integer({ min: 1, max: 50 }))
    .map(([chosen, shape, start]) =>
      chosen.map((agent, index) => ({
        agent,
        level: shape === 'mixed' ? index % 3 : 0,
        position: start + (shape === 'step' ? index : shape === 'mixed' ? Math.floor(index / 2) : 0),
      })),
    );
}

const requires = fc.subarray(SKILLS).chain((skills) => fc.tuple(...skills.map((skill) => fc.record({ skill: fc.constant(skill), level: fc.integer({ min: 1, max: 5 }) }))));

function queuesOf(agentNumbers: string[]): fc.Arbitrary<QueueSpec[]> {
  const queue = fc.record({ name, settings, wrapUpCodeRequired: fc.boolean(), requires, tiers: tiersOf(agentNumbers) }).map(({ settings: all, ...rest }) => {
    const positional = all.strategy === 'round-robin' || all.strategy === 'top-down';
    const tiers = positional ? rest.tiers.map((tier, index) => ({ ...tier, position: index + 1 })) : rest.tiers;
    return { ...rest, ...all, tiers };
  });
  const queues = fc.uniqueArray(queue, { selector: ({ name: key }) => key, minLength: 1, maxLength: 3 });
  const chained = (all: QueueSpec[]) => all.map((each, index) => ({ ...each, overflowQueue: all[index + 1]?.name ?? null }));
  return fc.tuple(queues, fc.boolean()).map(([all, overflow]) => (overflow ? chained(all) : all));
}

/** Said, chosen, put into a queue: each text and name may be anything. */
function scriptsOf(queues: string[]): fc.Arbitrary<IvrScriptSpec[]> {
  const script = fc
    .record({ name, description: fc.oneof(text, fc.constant('')), said: label, key: fc.constantFrom('0', '1', '9', '*', '#'), queue: fc.constantFrom(...queues) })
    .map(({ name: script, description, said, key, queue }) => ({
      name: script,
      description,
      document: {
        start: 'hello',
        fallback: queue,
        steps: {
          hello: { type: 'play', title: said, prompts: [{ text: { en: said, zh: said } }], next: 'choose' },
          choose: { type: 'menu', prompts: [{ text: { zh: said } }], on_no_choice: 'people', options: { [key]: 'people' } },
          people: { type: 'queue', queue },
        },
      },
    }));
  return fc.uniqueArray(script, { selector: ({ name: key }) => key, minLength: 1, maxLength: 2 });
}

function scriptsByHoursOf(hours: string[]): fc.Arbitrary<ScriptByHoursSpec[]> {
  if (hours.length === 0) return fc.constant([]);
  return fc.array(fc.record({ hours: fc.constantFrom(...hours), ivr: name }), { maxLength: 3 });
}

const rate: fc.Arbitrary<RateSpec> = fc.record({
  direction: fc.constantFrom('inbound', 'outbound', 'transfer'),
  prefix: fc.constantFrom('+86', '+1', '00', '95'),
  connectFee: money,
  price: money,
  unit: fc.integer({ min: 1, max: 86_400 }),
  increment: fc.integer({ min: 1, max: 86_400 }),
  fromSecond: fc.constant(0),
  band: fc.constant(null),
});
const rates = fc
  .tuple(rate, fc.uniqueArray(rate, { selector: ({ direction, prefix }) => direction + prefix, maxLength: 4 }))
  .map(([first, rest]): RateSpec[] => [
    { ...first, direction: 'inbound', prefix: '' },
    { ...first, direction: 'inbound', prefix: '', connectFee: '0', increment: 6, fromSecond: first.increment },
    ...rest,
    { ...first, direction: 'inbound', prefix: '', increment: 1, band: 'night' },
  ]);
const bands = fc.record({ calendar, holidays: fc.boolean() }).map(({ calendar: { week }, holidays }): TimeBand[] => [{ name: 'night', week, holidays }]);

const AGREED = canonicalContract({
  payment_days: 15, commitment: '10000', tax: { name: 'VAT', percent: '6' },
  items: [
    { kind: 'monthly', code: 'circuits', name: 'Circuits', name_zh: '中继', quantity: 30, price: '500' },
    { kind: 'metered', code: 'sms', name: 'true', meter: 'sms', model: 'graduated', tiers: [{ up_to: 100, price: '0.05' }, { price: '0.04' }] },
  ],
  discounts: [{ code: 'loyal', name: 'Loyalty', percent: '5', of: ['circuits'] }],
});

const tenant: fc.Arbitrary<TenantSpec> = fc
  .record({ agents, hours: fc.uniqueArray(calendar, { selector: (hours) => hours.name, maxLength: 3 }) })
  .chain(({ agents: all, hours }) =>
    queuesOf(all.map(({ number }) => number)).chain((queues) =>
      fc.record({
        tenant: name,
        name: label,
        domain: name.map((slug) => `${slug.replace(/-+$/, '')}.seatline.test`),
        timezone: fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Asia/Kolkata'),
        currency: fc.constantFrom('CNY', 'EUR', 'JPY'),
        locale: fc.constantFrom(...LOCALES),
        quotas: fc.record({
          concurrentCalls: fc.integer({ min: 1, max: 30_000 }),
          requestsPerSecond: fc.option(fc.integer({ min: 1, max: 30_000 })),
          seats: fc.integer({ min: 61, max: 99 }),
        }),
        hours: fc.constant(hours),
        numbers: fc.uniqueArray(
          fc.record({
            number: fc.constantFrom('4008001001', '4009999999', '95003', '12320', '+862160010001', '+12125550100'),
            queue: fc.constantFrom(...queues.map((queue) => queue.name)),
            greeting: sound,
            hours: fc.constantFrom(null, ...hours.map((each) => each.name)),
            ivr: fc.option(name, { nil: null }),
            closed: sound,
            scriptsByHours: scriptsByHoursOf(hours.map((each) => each.name)),
            testsDraft: fc.boolean(),
          }),
          { selector: ({ number }) => number, maxLength: 4 },
        ),
        seats: fc.constant(all.map(({ number }) => ({ extension: number, callerNumber: null as string | null }))),
        users: fc.uniqueArray(
          fc.record({
            email: name.map((local) => `${local}@acme.test`),
            name: label,
            role: fc.constantFrom(...USER_ROLES),
          }),
          { selector: ({ email }) => email, maxLength: 4 },
        ),
        teams: fc.constant(TEAMS.map((team) => ({ name: team, description: team === 'Care' ? '' : 'By night: "all" of it.', supervisors: [] as string[] }))),
        skills: fc.constant(SKILLS.map((skill) => ({ name: skill, description: skill === 'English' ? '' : 'Leads "all" of it.' }))),
        agents: fc.constant(all),
        queues: fc.constant(queues),
        ivrScripts: fc.option(scriptsOf(queues.map((queue) => queue.name))),
        wrapUpCodes: fc.option(
          fc.uniqueArray(
            fc.record({
              code: fc.constantFrom('leaflet', 'order', 'no-sale2'),
              name: label,
              nameZh: fc.option(label, { nil: null }),
              queues: fc.subarray(queues.map((queue) => queue.name)),
              active: fc.boolean(),
            }),
            { selector: ({ code }) => code, minLength: 1, maxLength: 3 },
          ),
          { nil: null },
        ),
        handTopics: fc.option(
          fc.uniqueArray(
            fc.record({ code: fc.constantFrom('decision', 'technical', 'angry'), name: label, nameZh: fc.option(label, { nil: null }) }),
            { selector: ({ code }) => code, minLength: 1, maxLength: 3 },
          ),
          { nil: null },
        ),
        segments: fc.option(
          fc.uniqueArray(
            fc.record({
              name: label,
              rank: fc.integer({ min: 1, max: 99 }),
              description: fc.oneof(text, fc.constant('')),
              greeting: sound,
              queue: fc.constantFrom(null, ...queues.map((queue) => queue.name)),
              prioritySeconds: fc.integer({ min: 0, max: 3600 }),
              answerTarget: fc.option(fc.integer({ min: 1, max: 3600 }), { nil: null }),
              colour: fc.constantFrom(...SEGMENT_COLOURS),
            }),
            { selector: (segment) => segment.name, minLength: 1, maxLength: 3 },
          ),
          { nil: null },
        ),
        tariff: fc.record({ platformFee: money, seatLease: money, numberRental: money, bands, holidays: fc.subarray(['2026-10-01', '2027-01-01']), rates }),
        contract: fc.record({
          serviceLevel: fc.record({
            formula: fc.constantFrom(...SERVICE_LEVEL_FORMULAS),
            seconds: fc.integer({ min: 1, max: 3600 }),
            shortAbandon: fc.integer({ min: 0, max: 3600 }),
            target: fc.integer({ min: 1, max: 100 }),
          }),
          validFrom: fc.constantFrom('2026-01-01', '2028-02-29'),
          terms: fc.constantFrom({}, AGREED),
        }),
        callingPlan: fc.record({
          destinations: fc.uniqueArray(fc.constantFrom('national', 'mobile', 'service', 'international', '+852', '+1212')),
          seatCallsPerMinute: fc.integer({ min: 1, max: 120 }),
          callsPerMinute: fc.integer({ min: 1, max: 30_000 }),
          callsPerSecond: fc.integer({ min: 1, max: 1_000 }),
          reservedChannels: fc.constantFrom(0, 1),
          maxCallMinutes: fc.integer({ min: 1, max: 1_440 }),
          spendPerDay: fc.option(money, { nil: null }),
          spendPerMonth: fc.option(money, { nil: null }),
        }),
        retention: fc.option(fc.record({ recordingDays: fc.integer({ min: 30, max: 3650 }), numberDays: fc.integer({ min: 90, max: 3650 }) })),
        presenting: fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
      }),
    ),
  )
  .map(({ presenting, ...spec }) => ({
    ...spec,
    seats: spec.seats.map((seat, at) => (presenting[at] ? { ...seat, callerNumber: spec.numbers[0]?.number ?? null } : seat)),
    queues: spec.queues.map((queue) => ({
      ...queue,
      tierRulesApply: queue.tierRulesApply && queue.tiers.some(({ level }) => level === 0),
    })),
  }));

test('reading an export gives the same tenant', () => {
  fc.assert(
    fc.property(tenant, (spec) => {
      const file = exportTenant(spec);
      const reading = readTenantFile(file);
      if (!reading.ok) throw new Error(reading.problems.map((problem) => formatProblem('export', problem)).join('\n'));
      expect(reading.spec).toEqual(canonicalOrder(spec));
      expect(exportTenant(reading.spec)).toBe(file);
    }),
    { numRuns: 300 },
  );
});

test('a tenant does not differ from itself, in whatever order its lists are', () => {
  fc.assert(
    fc.property(tenant, (spec) => {
      const reversed = { ...spec, agents: [...spec.agents].reverse(), queues: [...spec.queues].reverse() };
      const plan = planTenant(spec, reversed);
      expect(plan.changes).toEqual([]);
      expect(renderPlan(plan)).toBe(`tenant ${spec.tenant}: no changes\n`);
    }),
    { numRuns: 100 },
  );
});

test('the way back is the way there with before and after exchanged', () => {
  const opposite = { add: 'remove', remove: 'add', change: 'change' } as const;
  const inOrder = (changes: { path: string }[]): unknown[] => changes.sort((a, b) => (a.path < b.path ? -1 : 1));
  fc.assert(
    fc.property(tenant, tenant, (a, other) => {
      const b = { ...other, tenant: a.tenant, name: `${a.name}!` };
      const there = planTenant(a, b).changes;
      const turned = planTenant(b, a).changes.map((change) => ({
        ...change,
        kind: opposite[change.kind],
        before: change.after,
        after: change.before,
      }));
      expect(inOrder(turned)).toEqual(inOrder(there));
      expect(there.length).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});
