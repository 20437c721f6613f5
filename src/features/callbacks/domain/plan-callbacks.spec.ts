import { type DueCallback, type Floor, planCallbacks } from './plan-callbacks';

const due = (id: string, placeAt: number, over: Partial<DueCallback> = {}): DueCallback => ({ id, queue: 'care', caller: id, placeAt, busy: false, ...over });
const agent = (number: string, readySince = 0, level = 0) => ({ number, readySince, level });
const floor = (agents: ReturnType<typeof agent>[], waiting: number[] = [], freeLines = 10): Floor => ({
  ready: new Map([['care', agents]]),
  waiting: new Map([['care', waiting]]),
  freeLines,
});

it.each<[string, DueCallback[], Floor, Record<string, string>]>([
  ['nobody is ready', [due('a', 1)], floor([]), {}],
  ['the longest wait comes first', [due('b', 20), due('a', 10)], floor([agent('1001')]), { a: '1001' }],
  ['equal waits go by the order in which they were asked for', [due('b', 10), due('a', 10)], floor([agent('1001')]), { a: '1001' }],
  ['the agent who is ready longest takes it', [due('a', 1)], floor([agent('1001', 50), agent('1002', 40)]), { a: '1002' }],
  ['a lower level comes first', [due('a', 1)], floor([agent('1001', 50, 1), agent('1002', 60, 0)]), { a: '1002' }],
  ['an agent gets one', [due('a', 1), due('b', 2)], floor([agent('1001')]), { a: '1001' }],
  ['whoever waits on the line since earlier has the agent', [due('a', 30)], floor([agent('1001')], [20]), {}],
  ['whoever waits on the line since later has not', [due('a', 10)], floor([agent('1001')], [20]), { a: '1001' }],
  ['a second agent is free for him', [due('a', 30)], floor([agent('1001', 1), agent('1002', 2)], [20]), { a: '1001' }],
  ['of three callbacks around one on the line the later ones wait', [due('a', 10), due('b', 30), due('c', 40)], floor([agent('1001', 1), agent('1002', 2)], [20]), { a: '1001' }],
  ['who is on the phone is not rung', [due('a', 1, { busy: true }), due('b', 2)], floor([agent('1001')]), { b: '1001' }],
  ['there is no line', [due('a', 1)], floor([agent('1001')], [], 0), {}],
  ['there is one line for two', [due('a', 1), due('b', 2)], floor([agent('1001', 1), agent('1002', 2)], [], 1), { a: '1001' }],
  ['agents of another queue are of no use', [due('a', 1, { queue: 'vip' })], floor([agent('1001')]), {}],
])('%s', (_what, callbacks, on, expected) => {
  expect(Object.fromEntries(planCallbacks(callbacks, on).map(({ callbackId, agent: number }) => [callbackId, number]))).toEqual(expected);
});

it('rings nobody for two queues at once', () => {
  const two = { ready: new Map([['care', [agent('1001')]], ['vip', [agent('1002')]]]), waiting: new Map(), freeLines: 10 };
  const twice = [due('a', 2, { caller: 'x' }), due('b', 1, { queue: 'vip', caller: 'x' })];
  expect(planCallbacks(twice, two)).toEqual([{ callbackId: 'b', agent: '1002' }]);
});

it('gives nobody two, also where an agent is in two queues', () => {
  const both = { ready: new Map([['care', [agent('1001')]], ['vip', [agent('1001')]]]), waiting: new Map(), freeLines: 10 };
  expect(planCallbacks([due('a', 1), due('b', 2, { queue: 'vip' })], both)).toEqual([{ callbackId: 'a', agent: '1001' }]);
});
