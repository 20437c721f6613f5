import { CallBook } from '../../../src/telephony/calls/call-book';
import { eventsOfDump } from '../../../src/telephony/calls/call-events';
import { describeCall } from '../../../src/telephony/calls/call-record';
import { eventsOfMember, type QueueMember } from '../../../src/telephony/calls/switch-picture';
import { openHeaders } from '../../../src/telephony/esl/esl-event';

const CALLER = '4f236891-fbee-42a6-9673-d7b573c5a171';
const AGENT = 'b52c0fc4-4e43-4a8e-8f0a-6a1b4b0a3a77';
const CARE = 'care@pharma.seatline.test';
const A1 = '1001@pharma.seatline.test';
/** 2026-11-21T10:00:00Z, in epoch seconds. */
const TEN = 1_795_255_200;

/** As `uuid_dump` answers: encoded headers, one a line. */
function dump(headers: Record<string, string>) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${encodeURIComponent(value)}`);
  return openHeaders(`Event-Name: CHANNEL_DATA\n${lines.join('\n')}\n\n`);
}

const callerLeg = {
  'Event-Date-Timestamp': String((TEN + 30) * 1e6),
  'Unique-ID': CALLER,
  'Call-Direction': 'inbound',
  'Answer-State': 'answered',
  'Caller-Caller-ID-Number': '13800138001',
  'Caller-Destination-Number': '4008001001',
  'Caller-Channel-Created-Time': String(TEN * 1e6),
  'Caller-Channel-Answered-Time': String((TEN + 1) * 1e6),
  variable_domain_name: 'pharma.seatline.test',
};
const agentLeg = {
  ...callerLeg,
  'Unique-ID': AGENT,
  'Call-Direction': 'outbound',
  variable_cc_member_session_uuid: CALLER,
  variable_cc_agent: A1,
};
const member: QueueMember = {
  memberUuid: '0d5ac3a5-0f2e-4a69-9a2d-0f4dd2b0b7a1', memberLegUuid: CALLER, queue: CARE, callerNumber: '13800138001',
  state: 'Waiting', servingAgent: '', joinedAt: (TEN + 4) * 1000, bridgedAt: 0,
};

function takenUp(dumps: Record<string, string>[], members: QueueMember[]) {
  const book = new CallBook();
  const events = [...dumps.flatMap((each) => eventsOfDump(dump(each))), ...members.flatMap((each) => eventsOfMember(each, (TEN + 30) * 1000))];
  for (const event of events) book.accept(event);
  return book;
}

it.each([
  ['in the greeting', [callerLeg], [], { state: 'ivr', queue: null }],
  ['waiting', [callerLeg], [member], { state: 'waiting', queue: CARE, agent: null, waitSeconds: 26 }], // 10:00:04 to :30
  ['offered', [callerLeg], [{ ...member, state: 'Trying', servingAgent: A1 }], { state: 'offered', offers: [{ agent: A1, result: null }] }],
  ['offered to all', [callerLeg], [{ ...member, state: 'Trying', servingAgent: 'ring-all' }], { state: 'waiting' }],
  [
    'talking',
    [callerLeg, agentLeg],
    [{ ...member, state: 'Answered', servingAgent: A1, bridgedAt: (TEN + 10) * 1000 }],
    { state: 'talking', agent: A1, waitSeconds: 6, talkSeconds: 20 }, // :04 to :10, :10 to :30
  ],
  [
    'talking without a queue',
    [{ ...callerLeg, variable_signal_bond: AGENT, 'Caller-Channel-Bridged-Time': String((TEN + 10) * 1e6) }],
    [],
    { state: 'talking', queue: null, talkSeconds: 20 },
  ],
])('takes up a call that is %s as if it had been followed from its start', (_what, dumps, members, expected) => {
  const open = takenUp(dumps, members).open.map(describeCall);
  const told = { id: CALLER, from: '13800138001', number: '4008001001', domain: 'pharma.seatline.test', startedAt: TEN * 1000 };
  expect(open).toMatchObject([{ ...told, ...expected }]);
});

it('leaves alone who has hung up: the row of an abandoned place, the leg that is being taken down', () => {
  expect(eventsOfMember({ ...member, state: 'Abandoned' }, TEN * 1000)).toEqual([]);
  expect(eventsOfDump(dump({ ...callerLeg, 'Answer-State': 'hangup' }))).toEqual([]);
});

it('changes nothing of a call that is known already', () => {
  const book = takenUp([callerLeg, agentLeg], [{ ...member, state: 'Answered', servingAgent: A1, bridgedAt: (TEN + 10) * 1000 }]);
  const before = book.open.map(describeCall);
  for (const event of eventsOfMember({ ...member, state: 'Answered', servingAgent: A1, bridgedAt: (TEN + 10) * 1000 }, (TEN + 30) * 1000)) {
    book.accept(event);
  }
  expect(book.open.map(describeCall)).toEqual(before);
  expect([CALLER, AGENT].map((uuid) => book.knows(uuid))).toEqual([true, true]);
});
