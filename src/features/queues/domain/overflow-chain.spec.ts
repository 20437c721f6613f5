import { overflowChain, overflowsInto } from './overflow-chain';

const NEXT: Record<string, string | null> = { vip: 'care', care: 'night', night: null, left: 'right', right: 'left', self: 'self' };
const next = (queue: string) => NEXT[queue] ?? null;

it.each([
  ['vip', ['vip', 'care', 'night']],
  ['night', ['night']],
  ['left', ['left', 'right']],
  ['self', ['self']],
  [null, []],
])('leads on from %s', (first, chain) => {
  expect(overflowChain(first, next)).toEqual(chain);
});

it.each([
  ['new', 'vip', false],
  ['new', null, false],
  ['new', 'left', false],
  ['new', 'new', true],
  ['care', 'vip', true],
  ['night', 'vip', true],
])('%s that goes on to %s comes back: %s', (queue, first, back) => {
  expect(overflowsInto(queue, first, next)).toBe(back);
});
