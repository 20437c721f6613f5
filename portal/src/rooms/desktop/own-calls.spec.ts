import type { LiveCall } from '../../live/messages';
import { ownCalls, pairCalls } from './own-calls';

const call = (change: Partial<LiveCall>): LiveCall => ({
  uuid: 'u', direction: 'inbound', state: 'talking', from: '13800138001', to: '4008001001', queue: 'care', agent: '1001',
  offered_to: null, caller: null, seats: [], started_at: '', waiting_since: null, answered_at: null, talking_since: null, ...change,
});
const line = (party: string) => ({ id: `line-${party}`, party });

it.each<[string, Partial<LiveCall>, boolean]>([
  ['one that my phone is on', { seats: ['2001'] }, true],
  ['one that rings for me', { agent: null, offered_to: '1001', state: 'offered' }, true],
  ['one that I have given away', { agent: '1001', seats: [], state: 'waiting' }, false],
  ['one that a colleague has taken from me', { agent: '1002', seats: ['2002'] }, false],
  ['one that I place', { direction: 'outbound', from: '2001', state: 'ringing', agent: null }, true],
  ['one of a caller who claims my number', { from: '2001', agent: null, state: 'waiting' }, false],
])('is mine or not: %s', (_what, change, mine) => {
  expect(ownCalls([call(change)], '1001', '2001')).toHaveLength(mine ? 1 : 0);
});

it('pairs what the switch and the phone know of a call, and leaves out neither', () => {
  const [customer, colleague] = [call({ uuid: 'a' }), call({ uuid: 'b', direction: 'internal', from: '2001', to: 'agent-1002' })];
  const pairs = pairCalls([customer, colleague], [line('agent-1002'), line('95588')]);
  expect(pairs.map((each) => [each.call?.uuid ?? null, each.line?.party ?? null])).toEqual([['a', null], ['b', 'agent-1002'], [null, '95588']]);
});
