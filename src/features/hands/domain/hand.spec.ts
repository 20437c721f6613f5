import { closeHand, type HandNow, type HandState, isFirstFor, isOpen, isOverdue, secondsOf, takeHand } from './hand';

const hand = (state: HandState, over: Partial<HandNow> = {}): HandNow => ({
  state, takenById: state === 'raised' ? null : 'usr_a', takenBy: state === 'raised' ? null : 'Supervisor A', resolved: state === 'closed' ? true : null, ...over,
});

it.each([
  ['raised', 'usr_a', { kind: 'changes' }],
  ['taken', 'usr_a', { kind: 'same' }],
  ['taken', 'usr_b', { kind: 'taken-by-another', by: 'Supervisor A' }],
  ['closed', 'usr_a', { kind: 'over' }],
  ['lowered', 'usr_a', { kind: 'over' }],
] as const)('a hand that is %s, taken by %s: %j', (state, supervisor, outcome) => {
  expect(takeHand(hand(state), supervisor)).toEqual(outcome);
});

it.each([
  ['raised', true, { kind: 'not-taken' }],
  ['taken', true, { kind: 'changes' }],
  ['taken', false, { kind: 'changes' }],
  ['closed', true, { kind: 'same' }],
  ['closed', false, { kind: 'over' }],
  ['lowered', true, { kind: 'over' }],
] as const)('a hand that is %s, closed with resolved %s: %j', (state, resolved, outcome) => {
  expect(closeHand(hand(state), resolved)).toEqual(outcome);
});

it.each([
  ['raised', true],
  ['taken', true],
  ['closed', false],
  ['lowered', false],
] as const)('a hand that is %s is open: %s', (state, open) => {
  expect(isOpen({ state })).toBe(open);
});

it.each([
  ['raised', 59_999, false],
  ['raised', 60_000, false],
  ['raised', 60_001, true],
  ['taken', 600_000, false],
  ['lowered', 600_000, false],
] as const)('a hand that is %s %d ms after it was raised is overdue: %s', (state, ms, overdue) => {
  const raisedAt = new Date('2026-11-01T08:00:00.000Z');
  expect(isOverdue({ state, raisedAt }, new Date(raisedAt.getTime() + ms))).toBe(overdue);
});

it.each([
  ['whoever leads the team', ['usr_a', 'usr_b'], 'usr_b', true],
  ['somebody else', ['usr_a', 'usr_b'], 'usr_c', false],
  ['anybody where nobody leads it', [], 'usr_c', true],
])('is first for %s', (_who, leads, userId, first) => {
  expect(isFirstFor(leads, userId)).toBe(first);
});

it.each([
  [0, 0],
  [999, 0],
  [61_500, 61],
  [-5, 0],
])('%d ms are %d s', (ms, seconds) => {
  const from = new Date('2026-11-01T08:00:00.000Z');
  expect(secondsOf(from, new Date(from.getTime() + ms))).toBe(seconds);
});
