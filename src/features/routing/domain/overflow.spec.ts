import { completeSettings } from '../../queues/domain/complete-settings';
import { type LeftQueue, overflowRoute, queueEntered } from './overflow';
import type { TenantRouting } from './tenant-routing';

const NEXT: Record<string, string | null> = { vip: 'care', care: 'night', night: null, left: 'right', right: 'left', lost: 'gone' };
const queues = new Map(Object.entries(NEXT).map(([name, overflowQueue]) => [name, completeSettings({ overflowQueue })]));
const tenantWith = (...overfull: string[]) => ({ queues, overfull: new Set(overfull) }) as unknown as TenantRouting;

it.each([
  ['one with room', 'vip', [], 'vip', []],
  ['the next of one without', 'vip', ['vip'], 'care', ['vip']],
  ['the first that has room', 'vip', ['vip', 'care'], 'night', ['vip', 'care']],
  ['the last where none has', 'vip', ['vip', 'care', 'night'], 'night', ['vip', 'care']],
  ['one without a next', 'night', ['night'], 'night', []],
  ['one whose next is gone', 'lost', ['lost'], 'lost', []],
  ['one of two that lead to each other', 'left', ['left', 'right'], 'right', ['left']],
])('sends newcomers to %s', (_, queue, overfull, entered, passed) => {
  expect(queueEntered(tenantWith(...overfull), queue)).toEqual({ queue: entered, passed });
});

const LEFT: LeftQueue = { queue: 'vip@pharma.example', reason: 'TIMEOUT', overflowed: undefined, baseScore: '300', joined: '1000', left: '1020' };

it.each<[what: string, left: Partial<LeftQueue>, overfull: string[], queue: string | null, overflowed?: string, score?: number]>([
  // 300 s of priority and 20 s in the first queue
  ['who waited for the longest', {}, [], 'care', 'vip', 320],
  ['who found no agent', { reason: 'NO_AGENT_TIMEOUT' }, [], 'care', 'vip', 320],
  ['who has no priority', { baseScore: undefined }, [], 'care', 'vip', 20],
  ['whose next queue is too full', {}, ['care'], 'night', 'vip,care', 320],
  ['whose variables are nonsense', { baseScore: '-1;x', joined: 'x' }, [], 'care', 'vip', 0],
  ['the second time', { queue: 'care@pharma.example', overflowed: 'vip' }, [], 'night', 'vip,care', 320],
  ['never in a circle', { queue: 'right@pharma.example', overflowed: 'left' }, [], null],
  ['not who was answered', { reason: undefined }, [], null],
  ['not who chose to leave', { reason: 'EXIT_WITH_KEY' }, [], null],
  ['not out of the last one', { queue: 'night@pharma.example' }, [], null],
  ['not out of one that is gone', { queue: 'gone@pharma.example' }, [], null],
])('sends on %s', (_, left, overfull, queue, overflowed = '', score = 0) => {
  const before = [['set', `seatline_overflowed=${overflowed}`], ['set', `cc_base_score=${score}`]];
  expect(overflowRoute(tenantWith(...overfull), { ...LEFT, ...left })).toEqual(queue === null ? null : { queue, before });
});
