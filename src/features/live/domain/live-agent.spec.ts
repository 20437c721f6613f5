import { wrapUpFrom, wrapUpStep } from './live-agent';

const TALKING = 'In a queue call';
const change = (state: string) => ({ number: '1001', state, at: Date.parse('2026-11-01T08:00:00.000Z') });

it.each([
  [null, 'Waiting', 'none'],
  [null, TALKING, 'next-call'],
  ['Waiting', 'Receiving', 'none'],
  // an offer that nobody took
  ['Receiving', 'Waiting', 'none'],
  ['Receiving', TALKING, 'next-call'],
  [TALKING, TALKING, 'none'],
  [TALKING, 'Waiting', 'begins'],
  // of one who has asked for a break meanwhile
  [TALKING, 'Idle', 'begins'],
  ['Idle', 'Waiting', 'none'],
])('from %s to %s: %s', (before, after, step) => {
  expect(wrapUpStep(before === null ? null : { number: '1001', state: before, since: '' }, change(after))).toBe(step);
});

it('lasts as long as the agent has for it', () => {
  expect(wrapUpFrom(change('Waiting'), 90)).toEqual({ number: '1001', since: '2026-11-01T08:00:00.000Z', until: '2026-11-01T08:01:30.000Z' });
  expect(wrapUpFrom(change('Waiting'), 0)).toBeNull();
});
