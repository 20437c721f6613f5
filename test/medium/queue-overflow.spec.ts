import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients, type Wire } from '../factories/api-client';
import { askXml } from '../factories/switch';

let api: TestApi;
let admin: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  admin = await new ApiClients(api).user('pharma', 'tenant_admin');
  for (const name of ['day', 'night']) await admin.post('/v1/queues', { name, settings: { strategy: 'longest-idle-agent' } });
});
afterAll(() => api.stop());

/** The queue of that name as it stands now. */
async function queue(name: string): Promise<Answer> {
  const row = (await admin.get('/v1/queues?limit=100')).body.data.find((each: Wire) => each['name'] === name);
  return admin.get(`/v1/queues/${row?.id}`);
}

async function change(name: string, settings: Record<string, unknown>): Promise<Answer> {
  const { body, etag } = await queue(name);
  return admin.patch(`/v1/queues/${body.id}`, { settings }, { 'if-match': etag });
}

/** What the switch is told to do, as `application data`. */
async function actions(destination: string, context: string, more: Record<string, string> = {}): Promise<string[]> {
  const { text } = await askXml(api, {
    section: 'dialplan', 'Hunt-Destination-Number': destination, 'Hunt-Context': context, 'Caller-Caller-ID-Number': '13800138009',
    'Unique-ID': 'aaaaaaaa-0000-4000-8000-000000000001', ...more,
  });
  return [...text.matchAll(/application="([^"]*)" data="([^"]*)"/g)].map(([, application, data]) => `${application} ${data}`);
}

const afterDay = (variables: Record<string, string>) =>
  actions('after-queue', 'tenant-pharma', {
    'variable_cc_queue': 'day@pharma.seatline.test', 'variable_cc_cause': 'cancel', 'variable_cc_cancel_reason': 'TIMEOUT',
    'variable_cc_queue_joined_epoch': '1000', 'variable_cc_queue_canceled_epoch': '1030', ...variables,
  });

it.each([
  ['a queue that there is not', 'care-2', 'must be a queue of this tenant'],
  ["another tenant's queue", 'claims', 'must be a queue of this tenant'],
  ['itself', 'day', 'must not lead back to the queue'],
])('refuses %s', async (_, overflow_queue, rule) => {
  const refused = await change('day', { overflow_queue });
  expect([refused.status, refused.body.errors]).toEqual([422, [{ pointer: '/settings/overflow_queue', rule }]]);
});

it('sends on who waited for the longest, with his waiting, and says sorry to nobody before', async () => {
  expect((await change('day', { overflow_queue: 'night', max_wait_time: 30 })).status).toBe(200);
  const on = await afterDay({ variable_cc_base_score: '60' });
  expect(on.slice(0, 3)).toEqual(['set seatline_overflowed=day', 'set cc_base_score=90', 'callcenter night@pharma.seatline.test']);
  expect(await afterDay({ variable_cc_cause: 'answered' })).toEqual(['hangup NORMAL_CLEARING']);
  const from = await actions('after-queue', 'tenant-pharma', {
    'variable_cc_queue': 'night@pharma.seatline.test', 'variable_cc_cause': 'cancel', 'variable_cc_cancel_reason': 'TIMEOUT', variable_seatline_overflowed: 'day',
  });
  expect(from[0]).toBe('playback zh-CN/busy.wav');
});

it('refuses to lead back over several queues, and to remove one that others lead to', async () => {
  const refused = await change('night', { overflow_queue: 'day' });
  expect([refused.status, refused.body.errors[0]?.rule]).toEqual([422, 'must not lead back to the queue']);
  const { body, etag } = await queue('night');
  const kept = await admin.delete(`/v1/queues/${body.id}`, undefined, { 'if-match': etag });
  expect([kept.status, kept.body['detail']]).toEqual([409, 'Callers of another queue go on to it: let them go elsewhere first.']);
});

it('sends newcomers on at once where it would take too long', async () => {
  const entered = async () => (await actions('queue-day', 'tenant-pharma', { 'Hunt-Transfer-Source': '1:x:bl_xfer:queue-day/tenant-pharma/XML' })).filter((action) => /^callcenter|overflowed/.test(action));
  expect(await entered()).toEqual(['set seatline_overflowed=', 'callcenter day@pharma.seatline.test']);
  await change('day', { overflow_estimated_wait: 45 });
  // nobody is at work
  expect(await entered()).toEqual(['set seatline_overflowed=day', 'callcenter night@pharma.seatline.test']);
});
