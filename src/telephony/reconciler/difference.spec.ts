import type { ActualState } from './actual-state';
import type { DesiredState } from './desired-state';
import { difference } from './difference';

const TIMES = { wrap_up_time: 3, max_no_answer: 3, reject_delay_time: 5, busy_delay_time: 5, no_answer_delay_time: 5 };
const TIMES_THERE = { wrap_up_time: '3', max_no_answer: '3', reject_delay_time: '5', busy_delay_time: '5', no_answer_delay_time: '5' };

/** Agent 1001 signed in at seat 1001 and agent 1002 logged out, both in a queue. */
const desired: DesiredState = {
  queues: [{ name: 'care@a.test', params: { strategy: 'longest-idle-agent', 'max-wait-time': 60, 'record-template': '$${dir}/x' } }],
  agents: [
    { name: '1001@a.test', contact: { extension: '1001', domain: 'a.test', ringSeconds: 8 }, status: 'Available', times: TIMES },
    { name: '1002@a.test', contact: null, status: 'Logged Out', times: TIMES },
  ],
  tiers: [
    { queue: 'care@a.test', agent: '1001@a.test', level: 0, position: 1 },
    { queue: 'care@a.test', agent: '1002@a.test', level: 0, position: 2 },
  ],
  suspendedSeats: [],
};

/** The switch, just as it is wanted. */
const actual: ActualState = {
  queues: [{ name: 'care@a.test', params: { name: 'care@a.test', strategy: 'longest-idle-agent', 'max-wait-time': '60', 'record-template': '/rec/x' } }],
  agents: [
    { name: '1001@a.test', contact: '[leg_timeout=8]user/1001@a.test', status: 'Available', state: 'Waiting', times: TIMES_THERE },
    { name: '1002@a.test', contact: '', status: 'Logged Out', state: 'Waiting', times: TIMES_THERE },
  ],
  tiers: [
    { queue: 'care@a.test', agent: '1001@a.test', level: 0, position: 1 },
    { queue: 'care@a.test', agent: '1002@a.test', level: 0, position: 2 },
  ],
  members: [],
  channels: [],
  registrations: [],
};

const [first, second] = actual.agents as [ActualState['agents'][0], ActualState['agents'][0]];
const [firstTier, secondTier] = actual.tiers as [ActualState['tiers'][0], ActualState['tiers'][0]];
const [queue] = actual.queues as [ActualState['queues'][0]];
const foreign = { name: '9@b.test', contact: '', status: 'Available', state: 'Waiting', times: {} };

it.each<[string, Partial<ActualState>, object[]]>([
  ['nothing is wrong', {}, []],
  ['an agent is on break and should not be', { agents: [{ ...first, status: 'On Break' }, second] }, [
    { kind: 'set-agent-status', agent: '1001@a.test', status: 'Available' },
  ]],
  ['a time differs', { agents: [{ ...first, times: { ...TIMES_THERE, wrap_up_time: '0' } }, second] }, [
    { kind: 'set-agent-time', agent: '1001@a.test', key: 'wrap_up_time', value: 3 },
  ]],
  ['an agent rings elsewhere', { agents: [{ ...first, contact: '[leg_timeout=8]user/1009@a.test' }, second] }, [
    { kind: 'set-agent-contact', agent: '1001@a.test', contact: desired.agents[0]?.contact },
  ]],
  // where a logged-out agent sat last does no harm
  ['a logged-out agent has a contact left', { agents: [first, { ...second, contact: 'user/1002@a.test' }] }, []],
  ['an agent answered on demand', { agents: [{ ...first, state: 'Idle' }, second] }, [
    { kind: 'free-agent', agent: '1001@a.test' },
  ]],
  ['an agent talks', { agents: [{ ...first, state: 'In a queue call' }, second] }, []],
  ['a tier is at another level', { tiers: [{ ...firstTier, level: 1 }, secondTier] }, [
    { kind: 'set-tier-level', queue: 'care@a.test', agent: '1001@a.test', level: 0 },
  ]],
  ['a tier is at another position', { tiers: [{ ...firstTier, position: 5 }, secondTier] }, [
    { kind: 'set-tier-position', queue: 'care@a.test', agent: '1001@a.test', position: 1 },
  ]],
  ['a tier is missing', { tiers: [firstTier] }, [
    { kind: 'add-tier', queue: 'care@a.test', agent: '1002@a.test', level: 0, position: 2 },
  ]],
  ['a queue is not loaded: its first caller loads it', { queues: [] }, []],
  ['a queue has another setting', { queues: [{ ...queue, params: { ...queue.params, 'max-wait-time': '12' } }] }, [
    { kind: 'reload-queue', queue: 'care@a.test' },
  ]],
  // what the switch does not tell of cannot be compared, and what it has expanded never reads back as it was written
  ['a queue tells of fewer settings', { queues: [{ ...queue, params: { strategy: 'longest-idle-agent' } }] }, []],
  ['there is what should not be, and its tiers go first', {
    agents: [foreign, ...actual.agents],
    tiers: [...actual.tiers, { queue: 'old@b.test', agent: '9@b.test', level: 1, position: 1 }],
    queues: [queue, { name: 'old@b.test', params: {} }],
  }, [
    { kind: 'delete-tier', queue: 'old@b.test', agent: '9@b.test' },
    { kind: 'delete-agent', agent: '9@b.test' },
    { kind: 'unload-queue', queue: 'old@b.test' },
  ]],
])('%s', (_what, change, corrections) => {
  expect(difference(desired, { ...actual, ...change })).toEqual(corrections);
});

it('makes a new agent whole before anyone is offered to them', () => {
  const kinds = difference(desired, { ...actual, agents: [second], tiers: [secondTier] }).map(({ kind }) => kind);
  expect(kinds).toEqual([
    'add-agent', ...Array(5).fill('set-agent-time'), 'set-agent-contact', 'set-agent-status', 'add-tier',
  ]);
});
