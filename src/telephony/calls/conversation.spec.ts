import { type Call, type Leg, newCall } from './call';
import { conversationOf } from './conversation';

const leg = (uuid: string, role: Leg['role'], seat: string | null, partner: string | null, ended = false): Leg => ({
  uuid, role, seat, direction: 'outbound', agent: null, destination: null, toSeat: seat !== null, startedAt: 0,
  answeredAt: 0, endedAt: ended ? 9 : null, hungUpAt: null, cause: null, disposition: null, transfer: null,
  transferredAt: null, held: false, holdSeconds: 0,
  bridges: partner === null ? [] : [{ otherLegUuid: 'before', from: 0, to: 1 }, { otherLegUuid: partner, from: 1, to: null }],
});
const call = (...legs: Leg[]): Call => ({ ...newCall('c', 'core', 0), legs });

const queued = call(leg('c', 'caller', null, 'a'), leg('a', 'agent', '1001', 'c'));
const dialled = call(leg('c', 'caller', '1001', 'x'), leg('x', 'party', null, 'c'));
const internal = call(leg('c', 'caller', '1001', 'b'), leg('b', 'party', '1002', 'c'));
const sentOn = call(leg('c', 'caller', null, 'b'), leg('a', 'agent', '1001', 'c', true), leg('b', 'party', '1002', 'c'));
const outside = call(leg('c', 'caller', null, 'x'), leg('x', 'party', null, 'c'));

test.each<[string, Call, string | null, [string, string] | null]>([
  ["a queue's call", queued, '1001', ['a', 'c']],
  ['for whoever may control any', queued, null, ['a', 'c']],
  ["another's phone", queued, '1002', null],
  ['a seat that does not say which', queued, '', null],
  ['a call that a phone has placed', dialled, '1001', ['c', 'x']],
  ['two phones, by the one that asks', internal, '1001', ['c', 'b']],
  ['two phones, by the other', internal, '1002', ['b', 'c']],
  ['two phones, by nobody: who was called serves', internal, null, ['b', 'c']],
  ['sent on: the first agent has it no more', sentOn, '1001', null],
  ['sent on: the second has', sentOn, '1002', ['b', 'c']],
  ['two from outside have been joined', outside, null, null],
  ['a phone that rings', call(leg('c', 'caller', null, null), leg('a', 'agent', '1001', null)), '1001', null],
])('%s', (_what, given, seat, expected) => {
  const found = conversationOf(given, seat);
  expect(found && [found.near.uuid, found.far.uuid]).toEqual(expected);
});
