import { decideRefresh } from './refresh-decision';

const at = (second: number) => new Date(Date.parse('2026-11-01T08:00:00Z') + second * 1000);
const open = { endedAt: null, refreshHash: 'third', previousHash: 'second', refreshedAt: at(0) };

it.each([
  ['the newest', open, 'third', 3000, 'rotate'],
  ['the one before, at once', open, 'second', 0, 'repeat'],
  ['the one before, just in time', open, 'second', 59.999, 'repeat'],
  ['the one before, too late', open, 'second', 60, 'reused'],
  ['an older one', open, 'first', 1, 'reused'],
  ['the newest of an ended session', { ...open, endedAt: at(1) }, 'third', 2, 'over'],
  ['an older one of an ended session', { ...open, endedAt: at(1) }, 'first', 2, 'over'],
  ['anything but the first one, before any rotation', { ...open, previousHash: null }, 'second', 1, 'reused'],
] as const)('answers %s', (_what, session, shown, second, decision) => {
  expect(decideRefresh(session, shown, at(second))).toBe(decision);
});
