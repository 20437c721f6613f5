import type { Command, Input } from './command';
import { readScript } from './read-script';
import type { Program } from './script';
import { type CallState, newState, step, type Stepped } from './step';

const text = (en: string) => [{ text: { en, zh: en } }];
const said = (command: Command | undefined) =>
  command && 'spoken' in command ? command.spoken.map((each) => ('text' in each ? each.text : `[${each.sound}]`)).join(' ') : '';

const CLAIMS = {
  start: 'welcome',
  fallback: 'care',
  steps: {
    welcome: { type: 'play', prompts: [{ sound: 'welcome' }], next: 'hours' },
    hours: { type: 'branch', branches: [{ when: { kind: 'open', calendar: 'service' }, next: 'menu' }], else: 'closed' },
    closed: { type: 'hang_up', prompts: text('We are closed.') },
    menu: {
      type: 'menu', prompts: text('1 claims, 2 a person, 3 english'), invalid: text('No such choice.'),
      options: { 1: 'policy', 2: 'people', 3: 'english' }, tries: 2, on_no_choice: 'people',
    },
    english: { type: 'set', values: { greeting: 'hello {{caller_number|digits}}' }, language: 'en', priority_seconds: 60, next: 'menu' },
    policy: {
      type: 'collect', prompts: text('Your policy?'), invalid: text('Six digits.'), into: 'policy', min_digits: 6, max_digits: 6, tries: 2,
      next: 'claim', on_no_input: 'people',
    },
    claim: {
      type: 'look_up', url: 'https://crm.example.com/claims/{{policy}}?for={{caller_number}}', keep: { state: 'claim.state' },
      next: 'tell', on_not_found: 'policy', on_failure: 'people',
    },
    tell: { type: 'play', prompts: text('It is {{state}}.'), next: 'people' },
    people: { type: 'queue', queue: 'care', keys: { 1: 'message' }, on_timeout: 'message', after: 'rate' },
    message: { type: 'play', prompts: text('Call again.'), next: 'bye' },
    rate: { type: 'survey', prompts: text('1 to 5?'), question: 'satisfaction', next: 'bye' },
    bye: { type: 'hang_up' },
  },
};

const OPEN: Input = { kind: 'facts', open: { service: true }, queues: {} };
const digits = (keys: string): Input => ({ kind: 'digits', digits: keys });

function program(documents: Record<string, unknown>): Program {
  const scripts = Object.entries(documents).map(([name, document]) => {
    const reading = readScript(document);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    return [name, reading.script] as const;
  });
  return { name: scripts[0]![0], scripts: new Map(scripts) };
}

/** Leads a call through these inputs. */
function lead(of: Program, inputs: Input[]): Stepped {
  const begin: CallState = newState(of, 'zh-CN', { caller_number: '+8613800000001' });
  return inputs.reduce<Stepped>(({ state }, input) => step(of, state, input), step(of, begin, { kind: 'begin' }));
}

const pathOf = ({ state }: Stepped) => state.path.map((each) => each.split('/')[1]).join(' ');
const claims = program({ claims: CLAIMS });
const toMenu: Input[] = [{ kind: 'done' }, OPEN];

describe('the path of a caller', () => {
  it.each([
    ['closed', [{ kind: 'done' }, { kind: 'facts', open: { service: false }, queues: {} }], 'welcome hours closed', 'hang-up', true],
    ['what is open is not known: as if it were closed', [{ kind: 'done' }, { kind: 'failed' }], 'welcome hours closed', 'hang-up', true],
    ['a choice', [...toMenu, digits('2')], 'welcome hours menu people', 'queue', false],
    ['no choice, twice', [...toMenu, digits(''), digits('')], 'welcome hours menu people', 'queue', false],
    ['a wrong key, then nothing', [...toMenu, digits('8'), digits('')], 'welcome hours menu people', 'queue', false],
    ['found', [...toMenu, digits('1'), digits('123456'), { kind: 'found', values: { state: 'paid' } }], 'welcome hours menu policy claim tell', 'play', false],
    ['not found: asked again', [...toMenu, digits('1'), digits('123456'), { kind: 'not-found' }], 'welcome hours menu policy claim policy', 'ask', false],
    ["the client's systems fail", [...toMenu, digits('1'), digits('123456'), { kind: 'failed' }], 'welcome hours menu policy claim people', 'queue', false],
    ['out of the queue by a key', [...toMenu, digits('2'), { kind: 'back', why: 'key', key: '1' }], 'welcome hours menu people message', 'play', false],
    ['nobody came', [...toMenu, digits('2'), { kind: 'back', why: 'timed-out' }], 'welcome hours menu people message', 'play', false],
    ['no agents and no exit for it: the fallback', [...toMenu, digits('2'), { kind: 'back', why: 'no-agents' }], 'welcome hours menu people', 'queue', false],
    ['the survey after the talk', [...toMenu, digits('2'), { kind: 'back', why: 'served' }, digits('5')], 'welcome hours menu people rate bye', 'hang-up', true],
    ['a survey without an answer', [...toMenu, digits('2'), { kind: 'back', why: 'served' }, digits('7'), digits('')], 'welcome hours menu people rate bye', 'hang-up', true],
    ['hung up', [...toMenu, { kind: 'hung-up' }], 'welcome hours menu', undefined, true],
  ] as [string, Input[], string, string | undefined, boolean][])('%s', (_, inputs, path, command, ended) => {
    const stepped = lead(claims, inputs);
    expect(pathOf(stepped)).toBe(path);
    expect(stepped.commands.at(-1)?.kind).toBe(command);
    expect(stepped.state.ended).toBe(ended);
  });
});

it('says what was wrong before it asks again, and nothing after silence', () => {
  expect(said(lead(claims, [...toMenu, digits('8')]).commands[0])).toBe('No such choice. 1 claims, 2 a person, 3 english');
  expect(said(lead(claims, [...toMenu, digits('')]).commands[0])).toBe('1 claims, 2 a person, 3 english');
  expect(said(lead(claims, [...toMenu, digits('1'), digits('12')]).commands[0])).toBe('Six digits. Your policy?');
});

it('fills variables into texts, and into addresses as they must be written there', () => {
  const asked = lead(claims, [...toMenu, digits('1'), digits('123456')]);
  expect(asked.commands[0]).toMatchObject({ kind: 'look-up', url: 'https://crm.example.com/claims/123456?for=%2B8613800000001' });
  expect(said(lead(claims, [...toMenu, digits('1'), digits('123456'), { kind: 'found', values: { state: 'paid' } }]).commands[0])).toBe('It is paid.');
});

it('sets variables, the language and the priority', () => {
  const { state, commands } = lead(claims, [...toMenu, digits('3'), digits('2')]);
  expect(state.call).toMatchObject({ language: 'en', priority: 60, variables: { greeting: 'hello + 8 6 1 3 8 0 0 0 0 0 0 0 1' } });
  expect(commands[0]).toEqual({ kind: 'queue', queue: 'care', priority: 60, exitKeys: '1', language: 'en' });
});

it('notes an answer of the survey once', () => {
  const { commands } = lead(claims, [...toMenu, digits('2'), { kind: 'back', why: 'served' }, digits('4')]);
  expect(commands.map(({ kind }) => kind)).toEqual(['rated', 'hang-up']);
  expect(commands[0]).toEqual({ kind: 'rated', question: 'satisfaction', score: 4 });
});

it("falls back to the queue of the number's own script once, and ends when that gives the caller back", () => {
  const fallen = lead(claims, [...toMenu, digits('2'), { kind: 'back', why: 'failed' }]);
  expect(fallen.commands).toEqual([{ kind: 'queue', queue: 'care', priority: 0, exitKeys: '', language: 'zh-CN' }]);
  const back = step(claims, fallen.state, { kind: 'back', why: 'timed-out' });
  expect(back.commands.map(({ kind }) => kind)).toEqual(['hang-up']);
  expect(step(claims, back.state, { kind: 'done' }).commands).toEqual([]);
});

describe('scripts that call each other', () => {
  const documents = {
    main: { start: 'ask', fallback: 'care', steps: { ask: { type: 'script', script: 'language', next: 'end' }, end: { type: 'hang_up' } } },
    language: {
      start: 'pick', fallback: 'other',
      steps: { pick: { type: 'menu', prompts: text('?'), options: { 1: 'home' }, on_no_choice: 'home' }, home: { type: 'return' } },
    },
  };

  it('come back to where they were called', () => {
    const stepped = lead(program(documents), [digits('1')]);
    expect(stepped.state.path).toEqual(['main/ask', 'language/pick', 'language/home', 'main/end']);
    expect(stepped.commands[0]?.kind).toBe('hang-up');
  });

  it("fall back to the queue of the number's own script", () => {
    const { main } = documents;
    expect(lead(program({ main }), []).commands).toEqual([{ kind: 'queue', queue: 'care', priority: 0, exitKeys: '', language: 'zh-CN' }]);
  });

  it('call each other no deeper than five', () => {
    const again = { start: 'again', fallback: 'care', steps: { again: { type: 'script', script: 'main', next: 'again' } } };
    const stepped = lead(program({ main: again }), []);
    expect(stepped.state.path).toHaveLength(5);
    expect(stepped.commands[0]?.kind).toBe('queue');
  });
});

it('leads no caller through more than 200 steps', () => {
  const round = {
    start: 'menu', fallback: 'care',
    steps: { menu: { type: 'menu', prompts: text('?'), options: { 1: 'menu' }, on_no_choice: 'bye' }, bye: { type: 'hang_up' } },
  };
  const stepped = lead(program({ round }), Array.from({ length: 250 }, () => digits('1')));
  expect(stepped.state.path).toHaveLength(200);
  expect(stepped.state.ended).toBe(true);
});

it('keeps a card number for the look-up and nowhere else', () => {
  const pay = {
    start: 'card', fallback: 'care',
    steps: {
      card: {
        type: 'collect', prompts: text('Card?'), into: 'card', min_digits: 12, max_digits: 19, check: 'luhn', masked: true,
        next: 'copy', on_no_input: 'bye',
      },
      copy: { type: 'set', values: { again: 'no. {{card}}', plain: 'x' }, next: 'charge' },
      charge: {
        type: 'look_up', method: 'POST', url: 'https://pay.example.com/', send: ['card'], keep: {}, next: 'bye', on_not_found: 'bye', on_failure: 'bye',
      },
      bye: { type: 'hang_up' },
    },
  };
  // 4111 1111 1111 1111 is the card networks' own example; with another last digit it fails the check
  const wrong = lead(program({ pay }), [digits('4111111111111112')]);
  expect(wrong.commands[0]).toMatchObject({ kind: 'ask', masked: true });
  const right = lead(program({ pay }), [digits('4111111111111111')]);
  expect(right.commands[0]).toMatchObject({ kind: 'look-up', body: { card: '4111111111111111' } });
  expect(right.state.call.masked).toEqual(['card', 'again']);
});

describe('calling back', () => {
  const line = {
    start: 'ask', fallback: 'care',
    steps: {
      ask: { type: 'callback', queue: 'care', calendar: 'service', window_minutes: 60, next: 'promised', on_failure: 'sorry' },
      promised: { type: 'hang_up', prompts: [{ text: { en: 'We call back.' } }] },
      sorry: { type: 'hang_up' },
    },
  };
  const script = program({ line });

  it('names who, by whom, within which hours and until when', () => {
    expect(lead(script, []).commands).toEqual([
      {
        kind: 'callback', queue: 'care', number: '+8613800000001', priority: 0, calendar: 'service',
        terms: { windowMinutes: 60, mostAttempts: 3, retryMinutes: 10 },
      },
    ]);
  });

  it.each<[Input, string]>([
    [{ kind: 'done' }, 'ask promised'],
    [{ kind: 'failed' }, 'ask sorry'],
  ])('goes on after %j by %s', (input, path) => {
    expect(pathOf(lead(script, [input]))).toBe(path);
  });
});

describe('leaving a message', () => {
  const line = {
    start: 'record', fallback: 'care',
    steps: {
      record: { type: 'voicemail', queue: 'care', prompts: text('Speak after the tone.'), max_seconds: 60, next: 'thanks', on_failure: 'sorry' },
      thanks: { type: 'hang_up', prompts: text('Thank you.') },
      sorry: { type: 'hang_up' },
    },
  };
  const { prompts: _, max_seconds: __, ...bare } = line.steps.record;

  it('says for whom, and how long it may be', () => {
    expect(lead(program({ line }), []).commands).toEqual([
      { kind: 'voicemail', queue: 'care', maxSeconds: 60, spoken: [{ text: 'Speak after the tone.', language: 'zh-CN' }], language: 'zh-CN' },
    ]);
    expect(lead(program({ line: { ...line, steps: { ...line.steps, record: bare } } }), []).commands).toEqual([
      { kind: 'voicemail', queue: 'care', maxSeconds: 120, spoken: [], language: 'zh-CN' },
    ]);
  });

  it.each<[Input, string, boolean]>([
    [{ kind: 'done' }, 'record thanks', true],
    [{ kind: 'failed' }, 'record sorry', true],
    [{ kind: 'hung-up' }, 'record', true],
  ])('goes on after %j by %s', (input, path, ended) => {
    const led = lead(program({ line }), [input]);
    expect([pathOf(led), led.state.ended]).toEqual([path, ended]);
  });
});

describe('a notice', () => {
  const sms = {
    start: 'policy', fallback: 'care',
    steps: {
      policy: { type: 'collect', prompts: text('Your policy?'), into: 'policy', max_digits: 6, next: 'sms', on_no_input: 'sms' },
      sms: {
        type: 'notice', text: { zh: '您的保单 {{policy}} 已受理。', en: 'Policy {{policy}} is being looked at.' }, next: 'bye', on_failure: 'sorry',
      },
      bye: { type: 'hang_up' },
      sorry: { type: 'hang_up' },
    },
  };
  const steps = (over: object) => program({ line: { ...sms, steps: { ...sms.steps, sms: { ...sms.steps.sms, ...over } } } });

  it('goes to who calls, with his values, in his language', () => {
    expect(lead(program({ line: sms }), [digits('123456')]).commands).toEqual([
      { kind: 'notice', by: 'sms', to: '+8613800000001', subject: null, text: '您的保单 123456 已受理。' },
    ]);
  });

  it('goes to an address by e-mail, with a subject in whatever language there is', () => {
    const mail = { by: 'email', recipient: 'policy', subject: { en: 'Policy {{policy}}' }, text: { en: ' Dear caller,\n\nseen to. ' } };
    expect(lead(steps(mail), [digits('123456')]).commands).toEqual([
      { kind: 'notice', by: 'email', to: '123456', subject: 'Policy 123456', text: 'Dear caller,\n\nseen to.' },
    ]);
  });

  it('holds nothing that the caller typed in confidence', () => {
    const secret = { ...sms, steps: { ...sms.steps, policy: { ...sms.steps.policy, masked: true } } };
    expect(pathOf(lead(program({ line: secret }), [digits('123456')]))).toBe('policy sms sorry');
  });

  it.each<[Input, string]>([
    [{ kind: 'done' }, 'policy sms bye'],
    [{ kind: 'failed' }, 'policy sms sorry'],
  ])('goes on after %j by %s', (input, path) => {
    expect(pathOf(lead(program({ line: sms }), [digits('123456'), input]))).toBe(path);
  });
});
