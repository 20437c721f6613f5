import type { CallRecord, QueuePassage } from '../../src/telephony/calls/call-record';
import { CallSink } from '../../src/telephony/calls/call-sink';
import type { CdrLeg } from '../../src/telephony/cdr/cdr-leg';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { book, handleEvents, inboundLeg, tenantIdOf } from '../factories/books';

const DOMAIN = 'pharma.seatline.test';
const AT = Date.parse('2026-11-02T02:00:00Z');
const at = (second: number) => AT + second * 1000;
const told = (second: number) => new Date(at(second)).toISOString();

let api: TestApi;
let viewer: ApiClient;
let tenantId: string;

beforeAll(async () => {
  api = await startTestApi();
  await applyTenant(api.app, 'pharma');
  viewer = await new ApiClients(api).user('pharma', 'viewer');
  tenantId = await tenantIdOf(api.app, 'pharma');
});
afterAll(() => api.stop());

/** 30 s in one queue, which overflowed, and 12 s in the next until an agent answered; the call lasted 100 s. */
const FIRST: QueuePassage = {
  queue: `vip@${DOMAIN}`, joinedAt: at(2), leftAt: at(32), outcome: 'timeout', agent: null, answeredAt: null, releasedAt: null, waitSeconds: 30, talkSeconds: 0,
};
const SECOND: QueuePassage = {
  queue: `care@${DOMAIN}`, joinedAt: at(32), leftAt: at(100), outcome: 'answered', agent: `1001@${DOMAIN}`, answeredAt: at(44), releasedAt: at(100),
  waitSeconds: 12, talkSeconds: 56,
};
const STAYS = [
  { queue: 'vip', joined_at: told(2), left_at: told(32), outcome: 'timeout', agent: null, answered_at: null, released_at: null },
  { queue: 'care', joined_at: told(32), left_at: told(100), outcome: 'answered', agent: '1001', answered_at: told(44), released_at: told(100) },
];

/** The CDR of the caller's leg: it keeps what the last queue has put on the channel. */
function callerLeg(): CdrLeg {
  const seconds = (second: number) => at(second) / 1000;
  return inboundLeg(tenantId, told(2), 98, {
    queue: {
      side: 'member', queue: `care@${DOMAIN}`, agent: `1001@${DOMAIN}`, memberUuid: 'm-2', agentUuid: 'a-1', bridged: true, joinedAt: seconds(32),
      answeredAt: seconds(44), terminatedAt: seconds(100), canceledAt: null, cause: null, cancelReason: null,
    },
  });
}

/** What the switch's events told of the call, once it was over. */
async function witness({ uuid, from, to, startedAt, answeredAt, endedAt }: CdrLeg, queues: QueuePassage[]): Promise<void> {
  const record: CallRecord = {
    id: uuid, coreUuid: 'core', from, number: to, domain: DOMAIN, direction: 'inbound', customerId: null, segmentId: null, state: 'ended', onHold: false,
    queue: `care@${DOMAIN}`, agent: `1001@${DOMAIN}`, outcome: 'answered', waitSeconds: queues.reduce((sum, each) => sum + each.waitSeconds, 0),
    talkSeconds: 56, holdSeconds: 0, endedBy: 'caller', transferred: false, queues, offers: [], legs: [], seats: [], startedAt, answeredAt, endedAt,
  };
  const sink = api.app.get(CallSink);
  sink.callChanged('sw1', record);
  await sink.settled();
  await handleEvents(api.app);
}

async function shown(): Promise<object> {
  const [call] = (await viewer.get('/v1/calls?limit=1')).body.data;
  const { wait_seconds, talk_seconds, queue, stays } = (await viewer.get(`/v1/calls/${call?.id}`)).body as Record<string, unknown>;
  return { wait_seconds, talk_seconds, queue, stays };
}

const BOTH = { wait_seconds: 42, talk_seconds: 56, queue: 'care', stays: STAYS };
/** Of the queue before it the CDR says nothing, as no agent was rung there. */
const LAST_ALONE = { wait_seconds: 12, talk_seconds: 56, queue: 'care', stays: STAYS.slice(1) };

describe('the stays of a call in queues', () => {
  it('are all there, and all waited for, whichever witness comes first', async () => {
    const early = callerLeg();
    await witness(early, [FIRST, SECOND]);
    expect(await shown()).toEqual(BOTH);
    await book(api.app, early);
    expect(await shown()).toEqual(BOTH);

    const late = callerLeg();
    await book(api.app, late);
    expect(await shown()).toEqual(LAST_ALONE);
    await witness(late, [FIRST, SECOND]);
    expect(await shown()).toEqual(BOTH);
  });

  it('stay as they are when either witness tells it again', async () => {
    const leg = callerLeg();
    await witness(leg, [FIRST, SECOND]);
    await book(api.app, leg);
    await witness(leg, [FIRST, SECOND]);
    await book(api.app, { ...leg, uuid: `${leg.uuid.slice(0, -4)}beef`, direction: 'outbound', profile: 'internal', queue: null });
    expect(await shown()).toEqual(BOTH);
  });

  it('are those of the books where the events were heard from the middle alone', async () => {
    const leg = callerLeg();
    await witness(leg, [{ ...SECOND, joinedAt: at(40), waitSeconds: 4 }]);
    expect(await shown()).toMatchObject({ wait_seconds: 4 });
    await book(api.app, leg);
    expect(await shown()).toEqual(LAST_ALONE);
  });

  it('are what the CDR tells where nobody heard the events', async () => {
    await book(api.app, callerLeg());
    expect(await shown()).toEqual(LAST_ALONE);
  });
});
