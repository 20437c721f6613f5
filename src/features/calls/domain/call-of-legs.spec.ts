import type { CdrLeg } from '../../../telephony/cdr/cdr-leg';
import type { QueuePart } from '../../../telephony/cdr/queue-part';
import { callOfLegs, offersOfLegs, staysOfLegs } from './call-of-legs';

const AT = Date.parse('2026-10-01T02:00:00Z');
const second = AT / 1000;

/** Came in at 0 s and was answered at once, went at 20 s. */
const CALLER: CdrLeg = {
  node: 'sw1', coreUuid: 'core', uuid: 'a', callUuid: 'a', direction: 'inbound', profile: 'external', tenantId: 'ten_1',
  domain: null, from: '13800138001', to: '4008001001', startedAt: AT, answeredAt: AT, endedAt: AT + 20_000,
  billSeconds: 20, hangupCause: 'NORMAL_CLEARING', disposition: 'recv_bye', purpose: 'inbound', dialledBy: null,
  outcome: null, queue: null, customerId: null, segmentId: null,
};

function stay(memberUuid: string, over: Partial<QueuePart>): QueuePart {
  return {
    side: 'member', queue: 'care@pharma.test', agent: null, memberUuid, agentUuid: null, bridged: false,
    joinedAt: second, answeredAt: null, terminatedAt: null, canceledAt: null, cause: null, cancelReason: null, ...over,
  };
}

/** Rung from `from` to `to`, in seconds after the caller came. */
function rung(uuid: string, memberUuid: string, from: number, to: number, over: Partial<CdrLeg> = {}): CdrLeg {
  return {
    ...CALLER, uuid, direction: 'outbound', profile: 'internal', to: '1001', startedAt: AT + from * 1000,
    answeredAt: null, endedAt: AT + to * 1000, hangupCause: 'NO_ANSWER', disposition: null,
    queue: stay(memberUuid, { side: 'agent', agent: '1001@pharma.test' }), ...over,
  };
}

function placed(over: Partial<CdrLeg>): CdrLeg {
  return { ...CALLER, profile: 'internal', from: '1001', to: '+862160010001', purpose: 'outbound', ...over };
}

const party = (over: Partial<CdrLeg>): CdrLeg => ({
  ...placed({}), uuid: 'b', direction: 'outbound', profile: 'external', ...over,
});

test.each<[string, CdrLeg[], object]>([
  [
    'a seat dials out and hangs up',
    [placed({ dialledBy: '1001@pharma.test' }), party({ answeredAt: AT + 5000, disposition: 'send_bye' })],
    { direction: 'outbound', outcome: 'answered', endedBy: 'agent', agent: '1001', talkSeconds: 15, waitSeconds: 0 },
  ],
  [
    'the one who was dialled hangs up',
    [placed({ disposition: 'send_bye' }), party({ answeredAt: AT + 5000, disposition: 'recv_bye' })],
    { direction: 'outbound', outcome: 'answered', endedBy: 'caller', talkSeconds: 15 },
  ],
  [
    'a seat calls a seat and hangs up',
    [
      placed({ purpose: 'internal', to: '1002' }),
      party({ profile: 'internal', to: '1002', answeredAt: AT + 5000, disposition: 'send_bye' }),
    ],
    { direction: 'internal', outcome: 'answered', endedBy: 'caller', talkSeconds: 15, toNumber: '1002' },
  ],
  [
    'the phone of a click to dial is busy',
    [placed({ direction: 'outbound', answeredAt: null, hangupCause: 'USER_BUSY', disposition: 'recv_refuse' })],
    { direction: 'outbound', outcome: 'busy', endedBy: 'agent', talkSeconds: 0, toNumber: '+862160010001' },
  ],
  [
    'the tenant has no channel left',
    [{ ...CALLER, answeredAt: null, hangupCause: 'NORMAL_CIRCUIT_CONGESTION', disposition: 'send_refuse' }],
    { direction: 'inbound', outcome: 'rejected', endedBy: 'system', talkSeconds: 0 },
  ],
  [
    'the lines are closed',
    [{ ...CALLER, outcome: 'closed', disposition: 'send_bye' }],
    { direction: 'inbound', outcome: 'closed', endedBy: 'system' },
  ],
])('%s', (_name, legs, expected) => {
  expect(callOfLegs('a', legs)).toMatchObject(expected);
});

test('nothing is said before the first leg has come', () => {
  const legs = [rung('b', 'm', 1, 9)];
  expect([callOfLegs('a', legs), offersOfLegs('a', legs), staysOfLegs('a', legs)]).toEqual([null, [], []]);
});

test('the offers of an earlier queue count too, though the caller\'s leg tells of the last one only', () => {
  const left = stay('second', {
    queue: 'claims@pharma.test', joinedAt: second + 10, canceledAt: second + 20, cause: 'cancel',
  });
  const legs = [
    { ...CALLER, queue: left },
    rung('b', 'first', 1, 9),
    rung('c', 'second', 11, 13, { hangupCause: 'USER_BUSY' }),
    rung('d', 'second', 14, 19, { answeredAt: AT + 18_000, hangupCause: 'NORMAL_CLEARING', disposition: 'send_bye' }),
  ];
  expect(offersOfLegs('a', legs).map(({ result }) => result)).toEqual(['no-answer', 'busy', 'cancelled']);
  // 9 s until the first queue's last ringing ended, 10 s in the second
  expect(callOfLegs('a', legs)).toMatchObject({
    queue: 'claims', outcome: 'abandoned', endedBy: 'caller', waitSeconds: 19,
  });
  expect(staysOfLegs('a', legs)).toMatchObject([
    { queue: 'care', joinedAt: AT, leftAt: AT + 9000, answeredAt: null },
    { queue: 'claims', joinedAt: AT + 10_000, leftAt: AT + 20_000, outcome: 'abandoned', agent: null, releasedAt: null },
  ]);
});
