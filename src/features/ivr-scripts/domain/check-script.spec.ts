import { checkScript, type Known } from './check-script';
import { readScript } from './read-script';

const KNOWN: Known = {
  sounds: new Set(['hello']), queues: new Set(['care']), calendars: new Set(['service']), segments: new Set(['vip']), agents: new Set(['1001']),
  scripts: new Map([['language', []], ['round', ['main']]]),
};
const SAY = [{ sound: 'hello' }];

function findings(steps: Record<string, unknown>, rest: Record<string, unknown> = {}): string[] {
  const reading = readScript({ start: 'a', fallback: 'care', steps: { ...steps, end: { type: 'hang_up' } }, ...rest });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return checkScript('main', reading.script, KNOWN).map(({ severity, code, step, name }) => `${severity} ${code} ${step} ${name}`);
}

it.each([
  ['nothing', { a: { type: 'play', prompts: SAY, next: 'end' } }, []],
  ['an exit to no step', { a: { type: 'play', prompts: SAY, next: 'b' } }, ['error no-such-step a b', 'warning unreachable end null']],
  ['a step that nothing leads to', { a: { type: 'hang_up' }, b: { type: 'play', prompts: SAY, next: 'a' } }, ['warning unreachable b null', 'warning unreachable end null']],
  ['a round without the caller', { a: { type: 'play', prompts: SAY, next: 'b' }, b: { type: 'survey', prompts: SAY, question: 'x', next: 'a' } }, ['warning unreachable end null', 'error silent-loop a null']],
  ['a menu that asks for ever', { a: { type: 'menu', prompts: SAY, options: { 1: 'end' }, on_no_choice: 'a' } }, ['error silent-loop a null']],
  ['a round that the caller chooses', { a: { type: 'menu', prompts: SAY, options: { 1: 'a' }, on_no_choice: 'end' } }, []],
  ['a round through a queue', { a: { type: 'play', prompts: SAY, next: 'b' }, b: { type: 'queue', queue: 'care', on_timeout: 'a', after: 'end' } }, []],
  ['a missing queue', { a: { type: 'queue', queue: 'vip', after: 'end' } }, ['error no-such-queue a vip']],
  ['a missing sound, named twice', { a: { type: 'play', prompts: [{ sound: 'x' }, { sound: 'x' }], next: 'end' } }, ['error no-such-sound a x']],
  ['a missing agent', { a: { type: 'transfer', to: { agent: '1002' }, on_failure: 'end' } }, ['error no-such-agent a 1002']],
  [
    'a missing calendar and segment',
    { a: { type: 'branch', branches: [{ when: { kind: 'open', calendar: 'x' }, next: 'end' }, { when: { kind: 'segment', names: ['vip', 'gold'] }, next: 'end' }], else: 'end' } },
    ['error no-such-calendar a x', 'error no-such-segment a gold'],
  ],
  ['a script that is not published', { a: { type: 'script', script: 'other', next: 'end' } }, ['error no-such-script a other']],
  ['a script that calls itself', { a: { type: 'script', script: 'main', next: 'end' } }, ['error calls-itself a main']],
  ['a script that calls this one', { a: { type: 'script', script: 'round', next: 'end' } }, ['error calls-itself a round']],
  ['a script that is there', { a: { type: 'script', script: 'language', next: 'end' } }, []],
  [
    'a notice that writes down what was typed in confidence',
    {
      a: { type: 'collect', prompts: [{ text: { en: 'Card?' } }], into: 'card', max_digits: 19, masked: true, next: 'b', on_no_input: 'b' },
      b: { type: 'notice', text: { en: 'Your card {{card}}' }, next: 'end', on_failure: 'end' },
    },
    ['error keeps-masked b card'],
  ],
  ['a variable that nothing sets', { a: { type: 'play', prompts: [{ text: { en: '{{name}} {{caller_number}}' } }], next: 'end' } }, ['warning never-set a name']],
])('finds %s', (_, steps, expected) => {
  expect(findings(steps)).toEqual(expected);
});

it('finds a start that is no step, and a fallback that is no queue', () => {
  expect(findings({ b: { type: 'hang_up' } }, { fallback: 'x' })).toEqual([
    'error no-such-start null a', 'warning unreachable b null', 'warning unreachable end null', 'error no-such-queue null x',
  ]);
});
