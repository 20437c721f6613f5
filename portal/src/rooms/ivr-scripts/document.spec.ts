import { drawable, exitsOf, freeName, renamed, type ScriptDocument, withExit, withNewStep, withoutStep, withValue } from './document';

const SCRIPT: ScriptDocument = {
  start: 'menu',
  fallback: 'care',
  steps: {
    menu: { type: 'menu', options: { 1: 'people', 2: 'hours', 9: 'menu' }, on_no_choice: 'people' },
    hours: { type: 'branch', branches: [{ when: { kind: 'open', calendar: 'service' }, next: 'people' }], else: 'bye' },
    people: { type: 'queue', queue: 'care', after: 'bye' },
    bye: { type: 'hang_up' },
  },
  layout: { bye: { x: 1, y: 2 } },
};

const exits = (script: ScriptDocument, step: string) => exitsOf(script.steps[step]!).map(({ id, to }) => `${id} ${to}`);

it.each([
  ['menu', ['options/1 people', 'options/2 hours', 'options/9 menu', 'on_no_choice people']],
  ['hours', ['branches/0/next people', 'else bye']],
  ['people', ['after bye', 'on_timeout null', 'on_no_agents null']],
  ['bye', []],
])('knows the exits of %s', (step, told) => {
  expect(exits(SCRIPT, step)).toEqual(told);
});

it('leads an exit elsewhere, or nowhere', () => {
  expect(exits(withExit(SCRIPT, 'hours', ['branches', 0, 'next'], 'menu'), 'hours')[0]).toBe('branches/0/next menu');
  expect(withExit(SCRIPT, 'menu', ['options', '1'], null).steps['menu']!['options']).toEqual({ 1: null, 2: 'hours', 9: 'menu' });
  expect(withExit(SCRIPT, 'people', ['after'], null).steps['people']).toEqual({ type: 'queue', queue: 'care' });
});

it('takes a step out with all that named it', () => {
  const rest = withoutStep(SCRIPT, 'bye');
  expect(Object.keys(rest.steps)).toEqual(['menu', 'hours', 'people']);
  expect(exits(rest, 'hours')).toEqual(['branches/0/next people', 'else null']);
  expect(rest.layout).toEqual({});
});

it('calls a step otherwise wherever it is named', () => {
  const other = renamed(SCRIPT, 'menu', 'main');
  expect(other.start).toBe('main');
  expect(exits(other, 'main')[2]).toBe('options/9 main');
  expect(renamed(SCRIPT, 'bye', 'end').layout).toEqual({ end: { x: 1, y: 2 } });
});

it('puts a new step between an exit and what it led to', () => {
  const added = withNewStep(SCRIPT, 'hello', { type: 'play' }, { step: 'menu', exit: ['options', '2'] });
  expect(exits(added, 'menu')[1]).toBe('options/2 hello');
  expect(exits(added, 'hello')).toEqual(['next hours']);
  expect(withNewStep({ ...SCRIPT, start: '', steps: {} }, 'first', { type: 'play' }).start).toBe('first');
});

it.each([['menu', 'menu-2'], ['play', 'play']])('finds a free name for %s: %s', (wished, name) => {
  expect(freeName(SCRIPT, wished)).toBe(name);
});

it('changes a value within lists and objects, and takes it out', () => {
  expect(withValue({ a: [{ b: 1 }, { b: 2 }] }, ['a', 1, 'b'], 3)).toEqual({ a: [{ b: 1 }, { b: 3 }] });
  expect(withValue({ a: [{ b: 1, c: 1 }] }, ['a', 0, 'b'], undefined)).toEqual({ a: [{ c: 1 }] });
  expect(withValue({}, ['to', 'agent'], '1001')).toEqual({ to: { agent: '1001' } });
});

it.each([
  [{}, false],
  [null, false],
  [{ steps: [] }, false],
  [{ steps: { menu: 'text' } }, false],
  [{ steps: { menu: {} } }, false],
  [{ steps: {}, layout: { menu: { x: 'left' } } }, false],
  [{ steps: { menu: { type: 'unheard-of' } } }, true],
])('%j can be drawn: %s', (document, told) => {
  expect(drawable(document) !== null).toBe(told);
});
