import type { LiveCall } from './live-view';
import { callFor, changeFor, handFor } from './viewer';

const inbound: LiveCall = {
  uuid: 'u', direction: 'inbound', state: 'talking', from: '13800138001', to: '4008001001', queue: 'care', agent: '1001',
  offeredTo: null, caller: null, seats: [], startedAt: '', waitingSince: null, answeredAt: null, talkingSince: null,
};
const outbound: LiveCall = { ...inbound, direction: 'outbound', from: '1001', to: '13800138001', queue: null };
const offered: LiveCall = { ...inbound, agent: null, offeredTo: '1001' };
const [supervisor, agent, another, nobody] = [
  { id: 'usr_s', seesNumbers: true, seesHands: true, agent: null }, { id: 'usr_a', seesNumbers: false, seesHands: false, agent: '1001' },
  { id: 'usr_b', seesNumbers: false, seesHands: false, agent: '1002' }, { id: 'usr_v', seesNumbers: false, seesHands: true, agent: null },
];

it.each([
  ['a supervisor', supervisor, inbound, '13800138001', '4008001001'],
  ['the agent who talks', agent, inbound, '13800138001', '4008001001'],
  ['another agent', another, inbound, '138****8001', '4008001001'],
  ['somebody who is no agent', nobody, inbound, '138****8001', '4008001001'],
  ['the agent who is rung', agent, offered, '13800138001', '4008001001'],
  ['another agent while one is rung', another, offered, '138****8001', '4008001001'],
  ['somebody who is no agent, of a call that nobody has', nobody, { ...inbound, agent: null }, '138****8001', '4008001001'],
  ['a supervisor', supervisor, outbound, '1001', '13800138001'],
  ['the agent who dialled', agent, outbound, '1001', '13800138001'],
  ['another agent', another, outbound, '1001', '138****8001'],
])('shows %s what he may see', (_who, viewer, call, from, to) => {
  expect(callFor(viewer, call)).toEqual({ ...call, from, to });
  expect(changeFor(viewer, { type: 'call', call })).toEqual({ type: 'call', call: { ...call, from, to } });
});

const caller = { customerId: 'cus_1', name: '王芳', segment: { id: 'seg_1', name: 'VIP', colour: 'gold' } };

it.each([
  ['a supervisor', supervisor, '王芳'],
  ['the agent who talks', agent, '王芳'],
  ['another agent', another, '王**'],
  ['somebody who is no agent', nobody, '王**'],
])('shows %s the name of the customer as far as he may see it, and the segment', (_who, viewer, name) => {
  expect(callFor(viewer, { ...inbound, caller }).caller).toEqual({ ...caller, name });
  expect(callFor(viewer, { ...inbound, caller: { ...caller, name: null } }).caller?.name).toBeNull();
});

it('leaves other changes as they are', () => {
  const change = { type: 'agent' as const, agent: { number: '1001', state: 'Waiting', since: '' } };
  expect(changeFor(nobody, change)).toEqual(change);
});

const { leads: _, ...shownHand } = {
  id: 'hnd_1', agent: '1001', teamId: 'tem_1', topic: 'decision', text: 'Wants it today.', callUuid: null, state: 'raised',
  raisedAt: '', takenBy: null, takenAt: null, leads: [] as string[],
};

it.each([
  ['whoever leads the team', supervisor, ['usr_s', 'usr_x'], { text: 'Wants it today.', forMe: true }],
  ['another supervisor', supervisor, ['usr_x'], { text: 'Wants it today.', forMe: false }],
  ['a supervisor where nobody leads', supervisor, [], { text: 'Wants it today.', forMe: true }],
  ['somebody who sees no personal data', nobody, [], { text: null, forMe: true }],
  ['the agent', agent, [], { text: 'Wants it today.', forMe: false }],
  ['another agent', another, [], null],
])('shows %s what he may see of a hand', (_who, viewer, leads, seen) => {
  const expected = seen && { ...shownHand, ...seen };
  expect(handFor(viewer, { ...shownHand, leads })).toEqual(expected);
  expect(changeFor(viewer, { type: 'hand', hand: { ...shownHand, leads } })).toEqual(expected && { type: 'hand', hand: expected });
});
