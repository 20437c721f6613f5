import type { CallRecord, LegRecord, QueuePassage } from '../../../telephony/calls/call-record';
import { liveCall } from './live-view';

const BEGUN = Date.parse('2026-11-01T08:00:00.000Z');
const after = (seconds: number) => BEGUN + seconds * 1000;

/** A caller whom the switch answered at once. */
const RECORD: CallRecord = {
  id: '6d5c2f0e-0000-4000-8000-000000000001', coreUuid: '', from: '13800138000', number: '4008001001', domain: 'pharma.seatline.test',
  direction: 'inbound', customerId: null, segmentId: null, state: 'waiting', onHold: false, queue: null, agent: null, outcome: null, waitSeconds: 0,
  talkSeconds: 0, holdSeconds: 0, endedBy: null, transferred: false, queues: [], offers: [], legs: [], seats: [],
  startedAt: BEGUN, answeredAt: BEGUN, endedAt: null,
};

const passage = (answeredAt: number | null): QueuePassage => ({
  queue: 'care@pharma.seatline.test', joinedAt: after(3), leftAt: null, outcome: null, agent: '1001@pharma.seatline.test',
  answeredAt, releasedAt: null, waitSeconds: 0, talkSeconds: 0,
});

const leg = (role: LegRecord['role'], answeredAt: number | null): LegRecord => ({
  uuid: '', role, agent: null, startedAt: BEGUN, answeredAt, endedAt: null, cause: null,
});

it.each<[string, Partial<CallRecord>, string | null]>([
  ['nobody talks with who waits', { queues: [passage(null)] }, null],
  ['the talk begins when the queue has connected an agent', { state: 'talking', queues: [passage(after(18))] }, '2026-11-01T08:00:18.000Z'],
  // the caller's own leg was answered by the switch, the agent's before he had the caller
  ['whatever leg was answered before', { state: 'talking', queues: [passage(after(18))], legs: [leg('caller', after(0)), leg('agent', after(17))] }, '2026-11-01T08:00:18.000Z'],
  ['anew for whom the call is sent on to', { state: 'talking', queues: [passage(after(18))], legs: [leg('party', after(60))] }, '2026-11-01T08:01:00.000Z'],
  ['and of a call out when the other side answers', { state: 'talking', direction: 'outbound', legs: [leg('party', after(7))] }, '2026-11-01T08:00:07.000Z'],
])('%s', (_, record, since) => {
  expect(liveCall({ ...RECORD, ...record }, null).talkingSince).toBe(since);
});
