import { checkScript } from '../../../../src/features/ivr-scripts/domain/check-script';
import { readScript } from '../../../../src/features/ivr-scripts/domain/read-script';
import { kindOf, STEP_TYPES } from '../../../../src/features/ivr-scripts/domain/steps/registry';
import { exitsOf, type StepDocument } from './document';
import { fieldsOf, freshStep, KIND_NAMES, type KindName } from './kinds';
import { STARTERS } from './starters';

const SAID = [{ text: { en: 'Hello.' } }];

/** Every kind with every field that the designer offers. */
const WHOLE: Record<KindName, Record<string, unknown>> = {
  play: { prompts: SAID, next: 'a' },
  menu: { prompts: SAID, invalid: SAID, options: { 1: 'a', 2: 'b' }, timeout_seconds: 5, tries: 2, on_no_choice: 'c' },
  collect: {
    prompts: SAID, invalid: SAID, into: 'policy', min_digits: 2, max_digits: 6, terminator: '#', check: 'any', masked: true,
    timeout_seconds: 8, tries: 3, next: 'a', on_no_input: 'b',
  },
  survey: { prompts: SAID, question: 'satisfaction', highest: 5, next: 'a' },
  branch: { branches: [{ when: { kind: 'open', calendar: 'service' }, not: true, next: 'a' }, { when: { kind: 'language', language: 'en' }, next: 'b' }], else: 'c' },
  look_up: {
    prompts: SAID, method: 'POST', url: 'https://crm.example.com/{{policy}}', send: ['policy'], keep: { state: 'claim.state' },
    timeout_ms: 500, retries: 1, next: 'a', on_not_found: 'b', on_failure: 'c',
  },
  set: { language: 'en', values: { a: 'b' }, priority_seconds: 60, next: 'a' },
  queue: { queue: 'care', after: 'a', on_timeout: 'b', on_no_agents: 'c', keys: { 0: 'd' } },
  callback: { queue: 'care', number: 'caller_number', calendar: 'service', window_minutes: 60, attempts: 2, retry_minutes: 5, next: 'a', on_failure: 'b' },
  notice: { by: 'email', recipient: 'address', subject: { en: 'Your claim' }, text: { en: 'It is being looked at.' }, next: 'a', on_failure: 'b' },
  voicemail: { queue: 'care', prompts: SAID, max_seconds: 60, next: 'a', on_failure: 'b' },
  transfer: { to: { agent: '1001' }, on_failure: 'a' },
  script: { script: 'other', next: 'a' },
  return: {},
  hang_up: { prompts: SAID },
};

it('knows every kind of step that the engine knows', () => {
  expect([...KIND_NAMES].sort()).toEqual([...STEP_TYPES].sort());
});

it.each(KIND_NAMES)('%s: has the fields that the engine reads, and its exits', (type) => {
  const step = { type, ...WHOLE[type] } as StepDocument;
  expect(fieldsOf(type).map(({ name }) => name).sort()).toEqual(Object.keys(WHOLE[type]).sort());
  const reading = readScript({ start: 'it', fallback: 'care', steps: { it: step } });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const read = reading.script.steps.get('it')!;
  const told = kindOf(read).exits(read).map(({ to }) => to);
  expect(exitsOf(step).flatMap(({ to }) => to ?? []).sort()).toEqual([...told].sort());
});

const NUMBERS = KIND_NAMES.flatMap((type) => fieldsOf(type).flatMap((field) => (field.edit === 'whole' ? [{ type, ...field }] : [])));

it.each(NUMBERS)('$type takes $name from $min to $max, as the engine does', ({ type, name, min, max }) => {
  const isTaken = (value: number) => {
    // of digits the least must not be more than the most
    const step = { type, ...WHOLE[type], ...(name.endsWith('_digits') && { min_digits: value, max_digits: value }), [name]: value };
    return readScript({ start: 'it', fallback: 'care', steps: { it: step } }).ok;
  };
  expect([min - 1, min, max, max + 1].map(isTaken)).toEqual([false, true, true, false]);
});

it.each(KIND_NAMES)('a new %s can be drawn, and holds nothing that the engine would call unknown', (type) => {
  const reading = readScript({ start: 'it', fallback: 'care', steps: { it: freshStep(type, 'care') } });
  const rules = reading.ok ? [] : reading.problems.map(({ rule }) => rule);
  expect(rules.filter((rule) => rule.includes('known'))).toEqual([]);
});

it.each(Object.entries(STARTERS))('the starter %s can be published as it is', (_, starter) => {
  const reading = readScript(starter({ queue: 'care', calendar: 'service' }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const none = new Set<string>();
  const known = { sounds: none, segments: none, agents: none, queues: new Set(['care']), calendars: new Set(['service']), scripts: new Map() };
  expect(checkScript('it', reading.script, known)).toEqual([]);
});
