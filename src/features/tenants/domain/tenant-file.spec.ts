import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { formatProblem, type Problem } from './problem';
import { readTenantFile } from './tenant-file';
import type { TenantSpec } from './tenant-spec';

const MINIMAL = `tenant: acme
name: Acme
domain: acme.seatline.test
timezone: Asia/Shanghai
currency: CNY
locale: en
quotas: { concurrent_calls: 4, seats: 3 }
hours:
  day:
    mon-fri: "08:00-20:00"
numbers:
  - number: "4008001001"
    queue: care
    hours: day
seats:
  - "1001..1003"
users:
  - { email: admin@acme.test, name: Administrator, role: tenant_admin }
agents:
  - { range: "1001..1002", name: "Agent {number}", seat: "{number}" }
  - { number: "1003", name: Relief, seat: hot_desk }
queues:
  - name: care
    strategy: longest-idle-agent
    tiers:
      - agents: "1001..1003"
tariff:
  platform_fee: "0"
  seat_lease: "10.50"
  number_rental: "1"
  rates:
    - { direction: inbound, prefix: "", price: "0.1", increment: 60 }
contract:
  service_level: { formula: C, seconds: 15, target: 85 }
  valid_from: 2026-01-01
`;

function read(text: string): TenantSpec {
  const reading = readTenantFile(text);
  if (!reading.ok) throw new Error(reading.problems.map((problem) => formatProblem('FILE', problem)).join('\n'));
  return reading.spec;
}

function problemsOf(text: string): Problem[] {
  const reading = readTenantFile(text);
  return reading.ok ? [] : reading.problems;
}

/** The minimal file with one piece exchanged; fails when the piece is not there exactly once. */
function edited(piece: string, replacement: string): string {
  expect(MINIMAL.split(piece)).toHaveLength(2);
  return MINIMAL.replace(piece, () => replacement);
}

const tenantFile = (name: string): string =>
  readFileSync(join(__dirname, '../../../../tenants', `${name}.yaml`), 'utf8');

describe('a good file', () => {
  test('comes out typed, with ranges expanded and defaults filled in', () => {
    const spec = read(MINIMAL);
    expect(spec.seats).toEqual(['1001', '1002', '1003'].map((extension) => ({ extension, callerNumber: null })));
    expect(spec.retention).toBeNull();
    expect(spec.agents.map(({ number, name, seat }) => [number, name, seat])).toEqual([
      ['1001', 'Agent 1001', '1001'],
      ['1002', 'Agent 1002', '1002'],
      ['1003', 'Relief', null],
    ]);
    expect(spec.agents[0]).toMatchObject({ wrapUp: 3, rejectDelay: 5, busyDelay: 5, noAnswerDelay: 5 });
    expect(spec.queues[0]).toMatchObject({
      maxWaitTime: 0,
      discardAbandonedAfter: 60,
      tierRuleNoAgentNoWait: true,
      agentNoAnswerStatus: 'On Break',
      tiers: [
        { agent: '1001', level: 0, position: 1 },
        { agent: '1002', level: 0, position: 1 },
        { agent: '1003', level: 0, position: 1 },
      ],
    });
    expect(spec.hours[0]?.week.fri).toEqual([{ open: '08:00', close: '20:00' }]);
    expect(spec.hours[0]?.week.sat).toEqual([]);
    expect(spec.tariff.seatLease).toBe('10.5');
    expect(spec.tariff.rates[0]).toMatchObject({ prefix: '', unit: 60, connectFee: '0', fromSecond: 0 });
    expect(spec.contract.serviceLevel.shortAbandon).toBe(5);
    expect(spec.callingPlan).toEqual({
      destinations: ['mobile', 'national', 'service'],
      seatCallsPerMinute: 20,
      callsPerMinute: 300,
      callsPerSecond: 50,
      reservedChannels: 0,
      maxCallMinutes: 240,
      spendPerDay: null,
      spendPerMonth: null,
    });
  });

  test.each([
    ['pharma', { seats: 10, agents: 8, queues: 2, numbers: 4 }],
    ['insurance', { seats: 6, agents: 6, queues: 1, numbers: 2 }],
    ['emergency-hotline', { seats: 130, agents: 200, queues: 1, numbers: 2 }],
  ])('tenants/%s.yaml', (name, counts) => {
    const spec = read(tenantFile(name));
    expect(spec.tenant).toBe(name);
    const { seats, agents, queues, numbers } = spec;
    const found = { seats: seats.length, agents: agents.length, queues: queues.length, numbers: numbers.length };
    expect(found).toEqual(counts);
    expect(new Set(agents.map((agent) => agent.rejectDelay))).toEqual(new Set([5]));
    expect(new Set(agents.map((agent) => agent.wrapUp))).toEqual(new Set([3]));
  });

  test.each([
    ['a text', '  - "1001..1003"', '  - "1001"\n  - "1002..1003"'],
    ['a range', '  - "1001..1003"', '  - range: "1001..1003"'],
    ['from and count', '  - "1001..1003"', '  - { from: "1001", count: 3 }'],
  ])('seats as %s are the same seats', (_form, piece, replacement) => {
    expect(read(edited(piece, replacement))).toEqual(read(MINIMAL));
  });

  test('a seat presents the number that its entry chooses, however that is spelt', () => {
    const text = edited('- "1001..1003"\nusers', '- { range: "1001..1002", caller_number: "400-800-1001" }\n  - "1003"\nusers');
    expect(read(text).seats).toEqual([
      { extension: '1001', callerNumber: '4008001001' },
      { extension: '1002', callerNumber: '4008001001' },
      { extension: '1003', callerNumber: null },
    ]);
  });

  test('says how long personal data is kept, or leaves it as it is', () => {
    expect(read(`${MINIMAL}retention: { recording_days: 30, number_days: 90 }\n`).retention).toEqual({ recordingDays: 30, numberDays: 90 });
  });

  test('says how callers of some worth are served, or leaves it as it is', () => {
    expect(read(MINIMAL).segments).toBeNull();
    expect(read(`${MINIMAL}segments: [{ name: VIP, rank: 1, queue: care, priority_seconds: 60 }, { name: other, rank: 9 }]\n`).segments).toEqual([
      { name: 'VIP', rank: 1, description: '', greeting: null, queue: 'care', prioritySeconds: 60, answerTarget: null, colour: 'grey' },
      { name: 'other', rank: 9, description: '', greeting: null, queue: null, prioritySeconds: 0, answerTarget: null, colour: 'grey' },
    ]);
  });

  test('says how calls may have ended, or leaves it as it is', () => {
    expect(read(MINIMAL)).toMatchObject({ wrapUpCodes: null, queues: [{ wrapUpCodeRequired: false }] });
    const codes = 'wrap_up_codes: [{ code: order, name: Order, name_zh: 订购, queues: [care] }, { code: old, name: Old, active: false }]\n';
    expect(read(`${edited('    tiers:', '    wrap_up_code_required: true\n    tiers:')}${codes}`)).toMatchObject({
      queues: [{ wrapUpCodeRequired: true }],
      wrapUpCodes: [
        { code: 'old', name: 'Old', nameZh: null, queues: [], active: false },
        { code: 'order', name: 'Order', nameZh: '订购', queues: ['care'], active: true },
      ],
    });
  });

  test('says what hands are raised for, in their order, or leaves it as it is', () => {
    expect(read(MINIMAL).handTopics).toBeNull();
    expect(read(`${MINIMAL}hand_topics: [{ code: tech, name: Technical, name_zh: 技术 }, { code: angry, name: Angry }]\n`).handTopics).toEqual([
      { code: 'tech', name: 'Technical', nameZh: '技术' },
      { code: 'angry', name: 'Angry', nameZh: null },
    ]);
  });

  test('says what agents can do, and what queues ask for, or leaves it as it is', () => {
    expect(read(MINIMAL)).toMatchObject({ skills: null, agents: [{ skills: [] }, { skills: [] }, { skills: [] }], queues: [{ requires: [] }] });
    const skills = 'skills: [{ name: English, description: By phone. }, { name: Claims }]\n';
    const { agents, ...spec } = read(`${edited('hot_desk }', 'hot_desk, skills: { English: 4, Claims: 2 } }').replace('    tiers:', '    requires: { Claims: 5 }\n    tiers:')}${skills}`);
    expect(spec.skills).toEqual([{ name: 'Claims', description: '' }, { name: 'English', description: 'By phone.' }]);
    expect(agents[2]?.skills).toEqual([{ skill: 'Claims', level: 2 }, { skill: 'English', level: 4 }]);
    expect(spec.queues[0]?.requires).toEqual([{ skill: 'Claims', level: 5 }]);
  });

  test('says who works together, and who supervises them, or leaves it as it is', () => {
    expect(read(MINIMAL)).toMatchObject({ teams: null, agents: [{ team: null }, { team: null }, { team: null }] });
    const teams = 'teams: [{ name: Night, supervisors: [Admin@acme.test] }, { name: Day, description: By day. }]\n';
    const { agents, ...spec } = read(`${edited('hot_desk }', 'hot_desk, team: Night }')}${teams}`);
    expect(spec.teams).toEqual([
      { name: 'Day', description: 'By day.', supervisors: [] },
      { name: 'Night', description: '', supervisors: ['admin@acme.test'] },
    ]);
    expect(agents.map(({ number, team }) => [number, team])).toEqual([['1001', null], ['1002', null], ['1003', 'Night']]);
  });

  test('the order of lists and the spelling of numbers, e-mails and amounts mean nothing', () => {
    const respelt = edited('"4008001001"', '"+86 400-800-1001"')
      .replace('admin@acme.test', 'Admin@Acme.test')
      .replace('"10.50"', '"10.500"')
      .replace('- "1001..1003"\nusers', '- "1003"\n  - "1001..1002"\nusers');
    expect(respelt).toContain('- "1003"\n');
    expect(read(respelt)).toEqual(read(MINIMAL));
  });

  test('an agent’s own timing goes before its queue’s, and that before the default', () => {
    const text = edited('seat: hot_desk }', 'seat: hot_desk, reject_delay: 9 }').replace(
      '    tiers:',
      '    reject_delay: 7\n    ring_seconds: 8\n    tiers:',
    );
    const timings = read(text).agents.map((agent) => [agent.rejectDelay, agent.ringSeconds, agent.busyDelay]);
    expect(timings).toEqual([
      [7, 8, 5],
      [7, 8, 5],
      [9, 8, 5],
    ]);
  });

  test('first_position numbers agents on in the order written', () => {
    const text = edited('agents: "1001..1003"', 'agents: ["1003", "1001..1002"]\n        first_position: 4');
    expect(read(text).queues[0]?.tiers).toEqual([
      { agent: '1003', level: 0, position: 4 },
      { agent: '1001', level: 0, position: 5 },
      { agent: '1002', level: 0, position: 6 },
    ]);
  });
});

describe('a wrong file names line, path and rule', () => {
  const queue = (lines: string): [string, string] => ['strategy: longest-idle-agent', lines];
  const care = 'strategy: longest-idle-agent';
  const plan = (line: string): [string, string] => ['2026-01-01', `2026-01-01\ncalling_plan:\n  ${line}`];

  test.each<[string, [string, string], number, string, RegExp]>([
    ['unknown key', ['locale: en', 'lokale: en'], 6, 'lokale', /not a setting known here; did you mean "locale"\?/],
    [
      'kebab case', queue(`${care}\n    max-wait-time: 5`), 25, 'queues[0].max-wait-time',
      /did you mean "max_wait_time"/,
    ],
    ['missing key', ['currency: CNY\n', ''], 1, 'currency', /is required/],
    ['empty key', ['name: Acme', 'name:'], 2, 'name', /is required/],
    ['duplicate key', ['name: Acme', 'tenant: other\nname: Acme'], 2, 'tenant', /second time/],
    ['slug', ['tenant: acme', 'tenant: Acme'], 1, 'tenant', /2 to 31 lower-case letters/],
    [
      'domain with a digit first', ['acme.seatline.test', '0acme.com'], 3, 'domain',
      /confuse 10@0acme\.com with 100@acme\.com/,
    ],
    ['zone', ['Asia/Shanghai', 'Asia/Shangai'], 4, 'timezone', /did you mean "Asia\/Shanghai"/],
    ['offset for a zone', ['Asia/Shanghai', '"+08:00"'], 4, 'timezone', /IANA time zone/],
    ['zone in other letters', ['Asia/Shanghai', 'asia/shanghai'], 4, 'timezone', /IANA time zone/],
    ['currency', ['CNY', 'CNX'], 5, 'currency', /ISO 4217/],
    ['locale', ['locale: en', 'locale: zh-cn'], 6, 'locale', /did you mean "zh-CN"/],
    ['dial-string text', ['name: Acme', 'name: "A ${system rm}"'], 2, 'name', /without braces, control characters/],
    ['line break', ['name: Acme', 'name: "A\\nB"'], 2, 'name', /control characters/],
    ['direction override', ['name: Acme', 'name: "A\\u202eB"'], 2, 'name', /control characters/],
    ['unquoted number', ['"4008001001"', '4008001001'], 12, 'numbers[0].number', /must be in quotes/],
    ['phone number', ['"4008001001"', '"021600100"'], 12, 'numbers[0].number', /E\.164/],
    ['unknown queue', ['queue: care', 'queue: cara'], 13, 'numbers[0].queue', /did you mean "care"/],
    ['overflow to a queue that there is not', ['- name: care', '- name: care\n    overflow_queue: cara'], 24, 'queues[0].overflow_queue', /must be a queue of this file; did you mean "care"/],
    ['overflow in a circle', ['- name: care', '- name: care\n    overflow_queue: care'], 24, 'queues[0].overflow_queue', /must not lead back to the queue/],
    ['unknown hours', ['hours: day', 'hours: night'], 14, 'numbers[0].hours', /a calendar under hours/],
    [
      'a script in hours that there are not', ['hours: day', 'scripts_by_hours: [{ hours: day, ivr: a }, { hours: dai, ivr: b }]'], 14,
      'numbers[0].scripts_by_hours[1].hours', /a calendar under hours of this file; did you mean "day"/,
    ],
    ['hours without a script', ['hours: day', 'scripts_by_hours: [{ hours: day }]'], 14, 'numbers[0].scripts_by_hours[0].ivr', /is required/],
    ['hours with something else', ['hours: day', 'scripts_by_hours: [{ hours: day, script: a }]'], 14, 'numbers[0].scripts_by_hours[0].script', /not a setting known here/],
    ['a test that is neither yes nor no', ['hours: day', 'tests_draft: now'], 14, 'numbers[0].tests_draft', /must be true or false/],
    ['scripts by hours that are no list', ['hours: day', 'scripts_by_hours: { hours: day, ivr: a }'], 14, 'numbers[0].scripts_by_hours', /must be a list of scripts/],
    [
      'too many scripts by hours', ['hours: day', `scripts_by_hours: [${'{ hours: day, ivr: a }, '.repeat(11)}]`], 14,
      'numbers[0].scripts_by_hours', /must hold 10 scripts at the most/,
    ],
    ['sound path', ['hours: day', 'greeting: ../../etc/passwd'], 14, 'numbers[0].greeting', /not a path/],
    ['moh stream', queue(`${care}\n    moh_sound: "http://x/y"`), 25, 'queues[0].moh_sound', /not a path or a stream/],
    ['unquoted seat', ['- "1001..1003"\nu', '- 1001\nu'], 16, 'seats[0]', /must be in quotes/],
    [
      'caller number of nobody', ['- "1001..1003"\nu', '- { range: "1001..1003", caller_number: "4008001009" }\nu'], 16,
      'seats[0].caller_number', /must be a number of this file; did you mean "4008001001"/,
    ],
    ['caller number that is none', ['- "1001..1003"\nu', '- { range: "1001..1003", caller_number: "x" }\nu'], 16, 'seats[0].caller_number', /./],
    ['retention below the bounds', ['contract:', 'retention: { recording_days: 29, number_days: 90 }\ncontract:'], 33, 'retention.recording_days', /from 30 to 3650/],
    ['a segment of a queue that there is not', ['contract:', 'segments: [{ name: VIP, rank: 1, queue: cara }]\ncontract:'], 33, 'segments[0].queue', /did you mean "care"/],
    ['a segment without a rank', ['contract:', 'segments: [{ name: VIP }]\ncontract:'], 33, 'segments[0].rank', /is required/],
    ['a script that is none', ['contract:', 'ivr_scripts: { main: { start: ask, fallback: care, steps: { ask: { type: menu } } } }\ncontract:'], 33, 'ivr_scripts.main.steps.ask.prompts', /must be a list/],
    ['a script whose step is a misspelt kind', ['contract:', 'ivr_scripts: { main: { start: ask, fallback: care, steps: { ask: { type: menue } } } }\ncontract:'], 33, 'ivr_scripts.main.steps.ask.type', /must be one of branch/],
    ['a script that leads nowhere', ['contract:', 'ivr_scripts: { main: { start: hello, fallback: care, steps: { hello: { type: queue, queue: care, after: bye } } } }\ncontract:'], 33, 'ivr_scripts.main.steps.hello', /leads to a step that is not there/],
    ['a script with a queue that there is not', ['contract:', 'ivr_scripts: { main: { start: hello, fallback: care, steps: { hello: { type: queue, queue: cara } } } }\ncontract:'], 33, 'ivr_scripts.main.steps.hello', /must be a queue of this file/],
    ['a script with another fallback', ['contract:', 'ivr_scripts: { main: { start: hello, fallback: cara, steps: { hello: { type: hang_up } } } }\ncontract:'], 33, 'ivr_scripts.main.fallback', /must be a queue of this file/],
    ['a script that calls itself', ['contract:', 'ivr_scripts: { main: { start: hello, fallback: care, steps: { hello: { type: script, script: main, next: bye }, bye: { type: hang_up } } } }\ncontract:'], 33, 'ivr_scripts.main.steps.hello', /calls a script that calls this one/],
    ['a script with a step twice', ['contract:', 'ivr_scripts: { main: { start: bye, fallback: care, steps: { bye: { type: hang_up }, bye: { type: hang_up } } } }\ncontract:'], 33, 'ivr_scripts.main.steps.bye', /stands here a second time/],
    ['a script of a name that cannot be', ['contract:', 'ivr_scripts: { Main: { start: bye, fallback: care, steps: { bye: { type: hang_up } } } }\ncontract:'], 33, 'ivr_scripts.Main', /must stand under the name of a script/],
    ['a wrap-up code that is reserved', ['contract:', 'wrap_up_codes: [{ code: none, name: None }]\ncontract:'], 33, 'wrap_up_codes[0].code', /not none/],
    ['a wrap-up code of a queue that there is not', ['contract:', 'wrap_up_codes: [{ code: order, name: Order, queues: [care, cara] }]\ncontract:'], 33, 'wrap_up_codes[0].queues', /must be queues of this file/],
    ['a wrap-up code twice', ['contract:', 'wrap_up_codes: [{ code: a, name: A }, { code: a, name: B }]\ncontract:'], 33, 'wrap_up_codes[1]', /listed before: wrap-up code a/],
    ['a topic twice', ['contract:', 'hand_topics: [{ code: a, name: A }, { code: a, name: B }]\ncontract:'], 33, 'hand_topics[1]', /listed before: topic a/],
    ['too many topics', ['contract:', `hand_topics: [${Array.from({ length: 21 }, (_, n) => `{ code: a${n}, name: A }`).join(', ')}]\ncontract:`], 33, 'hand_topics', /no more than 20 topics/],
    ['a segment twice', ['contract:', 'segments: [{ name: VIP, rank: 1 }, { name: VIP, rank: 2 }]\ncontract:'], 33, 'segments[1]', /listed before: segment VIP/],
    ['an agent of a team that there is not', ['seat: hot_desk }', 'seat: hot_desk, team: Nigth }'], 21, 'agents[1].team', /must be a team of this file/],
    ['a skill that there is not', ['seat: hot_desk }', 'seat: hot_desk, skills: { Englisch: 3 } }'], 21, 'agents[1].skills', /must be skills of this file/],
    ['a level that there is not', ['seat: hot_desk }', 'seat: hot_desk, skills: { English: 6 } }'], 21, 'agents[1].skills.English', /1 to 5/],
    ['a queue that asks for a skill that there is not', ['    tiers:', '    requires: { English: 3 }\n    tiers:'], 25, 'queues[0].requires', /must be skills of this file/],
    ['a skill twice', ['contract:', 'skills: [{ name: English }, { name: English }]\ncontract:'], 33, 'skills[1]', /listed before: skill English/],
    ['a team twice', ['contract:', 'teams: [{ name: Day }, { name: Day }]\ncontract:'], 33, 'teams[1]', /listed before: team Day/],
    ['a supervisor who is no user', ['contract:', 'teams: [{ name: Day, supervisors: [x@acme.test] }]\ncontract:'], 33, 'teams[0].supervisors', /with the role tenant_admin or supervisor/],
    ['a supervisor twice', ['contract:', 'teams: [{ name: Day, supervisors: [admin@acme.test, admin@acme.test] }]\ncontract:'], 33, 'teams[0].supervisors[1]', /a second time/],
    ['half a retention', ['contract:', 'retention: { recording_days: 30 }\ncontract:'], 33, 'retention.number_days', /is required/],
    ['seats over quota', ['seats: 3 }', 'seats: 2 }'], 15, 'seats', /more seats than quotas\.seats allows \(2\)/],
    ['backward range', ['- "1001..1003"\nu', '- "1003..1001"\nu'], 16, 'seats[0]', /must not end before it begins/],
    ['uneven range', ['- "1001..1003"\nu', '- "1001..10003"\nu'], 16, 'seats[0]', /same number of digits/],
    [
      'range over the last digit', ['- "1001..1003"\nu', '- { from: "9999", count: 2 }\nu'], 16, 'seats[0].count',
      /same number/,
    ],
    [
      'seat twice', ['- "1001..1003"\nu', '- "1001..1002"\n  - "1002..1003"\nu'], 17, 'seats[1]',
      /listed before: extension 1002/,
    ],
    ['role', ['tenant_admin', 'tenant-admin'], 18, 'users[0].role', /did you mean "tenant_admin"/],
    [
      'user twice', ['agents:\n  -', '  - { email: ADMIN@acme.test, name: B, role: viewer }\nagents:\n  -'], 19,
      'users[1]', /listed before: e-mail admin@acme\.test/,
    ],
    ['unknown seat', ['seat: hot_desk', 'seat: "1004"'], 21, 'agents[1].seat', /must be a seat of this file/],
    ['shared seat', ['seat: hot_desk', 'seat: "1001"'], 21, 'agents[1]', /two agents cannot share a fixed seat.*1001/],
    [
      'unknown user', ['seat: hot_desk', 'seat: hot_desk, user: admin@acme.tset'], 21, 'agents[1].user',
      /did you mean "admin@acme\.test"/,
    ],
    ['agent twice', ['number: "1003"', 'number: "1002"'], 21, 'agents[1]', /listed before: agent 1002/],
    [
      'two ways to say who', ['number: "1003"', 'number: "1003", range: "1003..1004"'], 21, 'agents[1]',
      /exactly one of/,
    ],
    [
      'zero delay of an agent', ['seat: hot_desk', 'seat: hot_desk, busy_delay: 0'], 21, 'agents[1].busy_delay',
      /offers the same agent again every 100 ms/,
    ],
    ['zero reject delay', queue(`${care}\n    reject_delay: 0`), 25, 'queues[0].reject_delay', /again every 100 ms/],
    [
      'zero no-answer delay', queue(`${care}\n    no_answer_delay: 0`), 25, 'queues[0].no_answer_delay',
      /again every 100 ms/,
    ],
    [
      'ring-progressively', queue('strategy: ring-progressively'), 24, 'queues[0].strategy',
      /500 ms inside the lock.*stall every tenant/,
    ],
    [
      'unknown strategy', queue('strategy: longest-idle'), 24, 'queues[0].strategy',
      /must be one of .*silently take any other word/,
    ],
    ['misspelt strategy', queue('strategy: roundrobin'), 24, 'queues[0].strategy', /did you mean "round-robin"/],
    ['no strategy', queue('record: true'), 23, 'queues[0].strategy', /is required/],
    [
      'its delay', queue(`${care}\n    ring_progressively_delay: 5`), 25, 'queues[0].ring_progressively_delay',
      /is not allowed: belongs to/,
    ],
    [
      'record path', queue(`${care}\n    record_template: /tmp/x`), 25, 'queues[0].record_template',
      /write record: true or false/,
    ],
    ['record text', queue(`${care}\n    record: yes`), 25, 'queues[0].record', /must be true or false/],
    [
      'too long a wait', queue(`${care}\n    max_wait_time: 86401`), 25, 'queues[0].max_wait_time',
      /whole number from 0 to 86400/,
    ],
    ['half a second', queue(`${care}\n    max_wait_time: 1.5`), 25, 'queues[0].max_wait_time', /whole number/],
    [
      'no-answer status', queue(`${care}\n    agent_no_answer_status: Available`), 25,
      'queues[0].agent_no_answer_status', /is not allowed: an agent who misses every offer/,
    ],
    [
      'unknown agent', ['agents: "1001..1003"', 'agents: "1001..1009"'], 26, 'queues[0].tiers[0].agents',
      /no such agent/,
    ],
    [
      'agent twice in a queue', ['agents: "1001..1003"', 'agents: ["1001", "1001"]'], 26, 'queues[0].tiers[0]',
      /listed before in queue care: agent 1001/,
    ],
    [
      'both positions', ['agents: "1001..1003"', 'agents: "1001"\n        position: 1\n        first_position: 1'],
      26, 'queues[0].tiers[0]', /not both/,
    ],
    [
      'round-robin positions', queue('strategy: round-robin'), 26, 'queues[0].tiers[0]',
      /round-robin passes over.*first_position/,
    ],
    ['top-down positions', queue('strategy: top-down'), 26, 'queues[0].tiers[0]', /top-down passes over/],
    [
      'levels with rules',
      queue(`${care}\n    tier_rules_apply: true\n    tiers: [{ agents: "1001", level: 1 }]\n    x: []\n    y:`), 26,
      'queues[0].tiers', /levels must start at 0/,
    ],
    ['amount', ['"10.50"', '"-10.50"'], 29, 'tariff.seat_lease', /must be an amount/],
    ['unquoted amount', ['"10.50"', '10.50'], 29, 'tariff.seat_lease', /must be in quotes/],
    [
      'no inbound price', ['direction: inbound', 'direction: outbound'], 31, 'tariff.rates',
      /every call must find a price/,
    ],
    [
      'first row late', ['increment: 60 }', 'increment: 60, from_second: 60 }'], 32, 'tariff.rates[0]',
      /must hold from_second 0/,
    ],
    [
      'row off step',
      ['increment: 60 }', 'increment: 60 }\n    - { direction: inbound, price: "1", increment: 6, from_second: 90 }'],
      33, 'tariff.rates[1].from_second', /whole increments of 60 s/,
    ],
    [
      'row twice', ['increment: 60 }', 'increment: 60 }\n    - { direction: inbound, price: "1", increment: 6 }'], 33,
      'tariff.rates[1]', /listed before: the rate inbound "" from second 0/,
    ],
    [
      'unknown band', ['increment: 60 }', 'increment: 60 }\n    - { direction: inbound, price: "1", increment: 6, band: nigt }'],
      33, 'tariff.rates[1].band', /must be a band of the tariff/,
    ],
    [
      'band without a row for other times',
      ['  rates:', '  bands: { night: { mon-sun: "22:00-07:00" } }\n  rates:\n    - { direction: inbound, prefix: "400", price: "1", increment: 6, band: night }'],
      33, 'tariff.rates[0]', /inbound "400" needs a row without a band too/,
    ],
    ['band that never holds', ['  rates:', '  bands: { night: {} }\n  rates:'], 31, 'tariff.bands.night', /this band never holds/],
    ['day of a band', ['  rates:', '  bands: { night: { holidays: true } }\n  rates:'], 31, 'tariff.bands.night.holidays', /must be a day.*or on_holidays/],
    ['holiday', ['  rates:', '  holidays: [2026-02-30]\n  rates:'], 31, 'tariff.holidays[0]', /a date that exists/],
    ['formula', ['formula: C', 'formula: G'], 34, 'contract.service_level.formula', /one of A, B, C/],
    ['date', ['2026-01-01', '2026-02-30'], 35, 'contract.valid_from', /a date that exists/],
    [
      'destination', plan('destinations: [mobil]'), 37, 'calling_plan.destinations[0]',
      /one of national, mobile, service, international, premium, or a prefix such as "\+852"; did you mean "mobile"/,
    ],
    ['destination as a number', plan('destinations: [+852]'), 37, 'calling_plan.destinations[0]', /must be in quotes/],
    ['destination twice', plan('destinations: ["+1", "+1"]'), 37, 'calling_plan.destinations[1]', /a second time/],
    ['calls of a seat', plan('seat_calls_per_minute: 500'), 37, 'calling_plan.seat_calls_per_minute', /from 1 to 120/],
    ['reserved over quota', plan('reserved_channels: 5'), 37, 'calling_plan.reserved_channels', /concurrent_calls allows \(4\)/],
    ['spend cap', plan('spend_per_day: "-1"'), 37, 'calling_plan.spend_per_day', /must be an amount/],
    ['unknown limit', plan('calls_per_hour: 5'), 37, 'calling_plan.calls_per_hour', /not a setting known here/],
    ['hours span', ['"08:00-20:00"', '"8-20"'], 10, 'hours.day.mon-fri', /must be a span/],
    ['hours day', ['mon-fri', 'weekdays'], 10, 'hours.day.weekdays', /must be a day/],
    [
      'day twice', ['"08:00-20:00"', '"08:00-20:00"\n    wed: "01:00-02:00"'], 11, 'hours.day.wed',
      /wed is already given/,
    ],
    [
      'overlap into the next day', ['"08:00-20:00"', '"08:00-09:00"\n    sun: "22:00-08:30"'], 9, 'hours.day',
      /sun 22:00-08:30 overlaps mon 08:00-09:00/,
    ],
    [
      'holiday', ['"08:00-20:00"', '"08:00-20:00"\n    holidays: [2026-13-01]'], 11, 'hours.day.holidays[0]',
      /a date that exists/,
    ],
    [
      'list for a group', ['quotas: { concurrent_calls: 4, seats: 3 }', 'quotas: [1]'], 7, 'quotas',
      /must be a group of settings.*not a list/,
    ],
    ['group for a list', ['users:\n  - {', 'users:\n    {'], 17, 'users', /must be a list of users, not a group/],
  ])(
    '%s',
    (_name, [piece, replacement], line, path, rule) => {
      const problems = problemsOf(edited(piece, replacement));
      expect(problems).toContainEqual(expect.objectContaining({ path, rule: expect.stringMatching(rule), line }));
    },
  );
});

describe('a wrong file', () => {
  test('gives all of its problems, in the order of the file, with column and value', () => {
    const text = edited('name: Acme', 'name: "{x}"')
      .replace('seats: 3 }', 'seats: 0 }')
      .replace('formula: C', 'formula: c');
    expect(problemsOf(text).map((problem) => formatProblem('acme.yaml', problem))).toEqual([
      'acme.yaml:2:7 name: must be 1 to 64 characters without braces, control characters or spaces at its ends ' +
        '(found "{x}")',
      'acme.yaml:7:39 quotas.seats: must be a whole number from 1 to 30000 (found 0)',
      'acme.yaml:15:1 seats: there are more seats than quotas.seats allows (1) (found 3)',
      'acme.yaml:34:29 contract.service_level.formula: must be one of A, B, C, D, E, F; did you mean "C"? (found "c")',
    ]);
  });

  test('names a mistake of two queues about one agent', () => {
    const text = edited('    tiers:\n', '    wrap_up: 3\n    tiers:\n').replace(
      'tariff:',
      '  - { name: vip, strategy: ring-all, wrap_up: 4, tiers: [{ agents: "1003" }] }\ntariff:',
    );
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({
        line: 21,
        path: 'agents[1]',
        rule: expect.stringMatching(/wrap_up 3 from queue care and 4 from queue vip/),
      }),
    ]);
    expect(problemsOf(text.replace('seat: hot_desk', 'seat: hot_desk, wrap_up: 4'))).toEqual([]);
  });

  test('names an extension that is also a number of the tenant', () => {
    const text = edited('"4008001001"', '"95003"').replace('"1001..1003"\nusers', '"1001..1002"\n  - "95003"\nusers');
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({ line: 17, path: 'seats[1]', rule: expect.stringMatching(/could mean either/) }),
    ]);
  });

  test('that lacks everything says so section by section and no more', () => {
    expect(problemsOf('tenant: acme').map(({ path }) => path).sort()).toEqual(
      ['contract', 'currency', 'domain', 'locale', 'name', 'quotas', 'tariff', 'timezone'],
    );
  });
});

describe('text that is no tenant file', () => {
  const laughs = ['a: &a ["x","x"]', ...'bcdefghi'.split('').map((c, i) => {
    const previous = 'abcdefgh'[i];
    return `${c}: &${c} [*${previous},*${previous},*${previous},*${previous},*${previous},*${previous}]`;
  })].join('\n');

  test.each([
    ['an empty file', '', /the file is empty/],
    ['comments alone', '# nothing\n', /the file is empty/],
    ['a null', 'null', /is required: a group of settings/],
    ['a list', '- a', /must be a group of settings/],
    ['a word', 'hello', /must be a group of settings.*not "hello"/],
    ['tabs', 'tenant: acme\nquotas:\n\tseats: 1', /a tab indents this line/],
    ['two documents', 'tenant: a\n---\ntenant: b', /a second document/],
    ['a directive', '%YAML 1.1\n---\ntenant: a', /directives/],
    ['a tag', 'tenant: !!js/function x', /tags \(!\)/],
    ['a core tag', 'tenant: !!str 1', /tags \(!\)/],
    ['an anchor', 'tenant: &x acme', /anchors \(&\)/],
    ['an alias', 'tenant: &x acme\nname: *x', /aliases \(\*\)/],
    ['an alias to nothing', 'tenant: *x', /not well-formed YAML|aliases/],
    ['a billion laughs', laughs, /anchors \(&\)/],
    ['an open bracket', 'tenant: [a', /not well-formed YAML/],
    ['a bad escape', 'tenant: "\\x"', /not well-formed YAML/],
    ['a list as a key', '? [a]\n: 1', /a name is expected before the colon/],
    ['a number as a key', '1: 2', /a name is expected before the colon/],
    ['a merge key', 'tenant: acme\n<<: { name: x }', /not a setting known here/],
    ['a prototype', '__proto__: { tenant: acme }', /not a setting known here/],
    ['a constructor', 'constructor: 1', /not a setting known here$/],
    ['a hundred thousand lists in a row', '- '.repeat(100_000), /nested too deeply/],
    ['a hundred thousand brackets', '['.repeat(100_000), /nested too deeply/],
    ['a hundred thousand braces', '{a: '.repeat(100_000), /nested too deeply/],
    ['two megabytes', `tenant: "${'x'.repeat(2 << 20)}"`, /shorter than 1 MiB/],
    [
      'a hundred thousand keys', Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n'),
      /not a setting known here/,
    ],
    ['a hundred thousand blank lines', '\n'.repeat(100_000), /the file is empty/],
    [
      'ranges without end', `${MINIMAL.split('seats:\n')[0]}seats:\n${'  - "100000..129999"\n'.repeat(30_000)}`,
      /more numbers than a tenant can have/,
    ],
  ])('%s', (_name, text, rule) => {
    const problems = problemsOf(text);
    expect(problems).toContainEqual(expect.objectContaining({ rule: expect.stringMatching(rule) }));
    for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
  });

  test('no text makes the reader throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), brokenFile()), (text) => {
        const reading = readTenantFile(text);
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  /** The minimal file with some stretches overwritten by characters that mean something to YAML. */
  function brokenFile(): fc.Arbitrary<string> {
    const piece = fc.record({
      at: fc.nat(MINIMAL.length),
      cut: fc.nat(12),
      text: fc.string({ unit: fc.constantFrom(...' \n\t:-[]{}#&*!|>%@`"\'?,0a.~$\\\u0000\ufeff'), maxLength: 6 }),
    });
    return fc
      .array(piece, { minLength: 1, maxLength: 4 })
      .map((pieces) =>
        pieces.reduce((text, { at, cut, text: by }) => text.slice(0, at) + by + text.slice(at + cut), MINIMAL),
      );
  }
});
