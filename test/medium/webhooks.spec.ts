import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookAttempt } from '../../src/features/webhooks/webhook-attempt';
import { WebhookDeliveriesSchedule } from '../../src/features/webhooks/webhook-deliveries.schedule';
import { WebhookDeliveriesService } from '../../src/features/webhooks/webhook-deliveries.service';
import { Clock } from '../../src/platform/clock/clock';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { WorkerModule } from '../../src/worker.module';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients, type Wire } from '../factories/api-client';
import { book, inboundLeg, tenantIdOf, timeMachine } from '../factories/books';
import { eventually } from '../factories/switch';
import { keepDelivery } from '../factories/webhooks';

interface Heard {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
let other: ApiClient;
let tenants: { pharma: string; insurance: string };
let travelTo: (at: string) => void;
let receiver: Server;
let url: string;
let heard: Heard[];
let answer: (path: string, response: ServerResponse) => void;
let events = 0;

beforeAll(async () => {
  api = await startTestApi(WorkerModule);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  other = await clients.user('insurance', 'tenant_admin');
  tenants = { pharma: await tenantIdOf(api.app, 'pharma'), insurance: await tenantIdOf(api.app, 'insurance') };
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
      answer(request.url ?? '', response);
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(async () => {
  receiver.closeAllConnections();
  await new Promise((closed) => receiver.close(closed));
  await api.stop();
});
beforeEach(async () => {
  heard = [];
  answer = (_path, response) => response.writeHead(204).end();
  const database = api.app.get(ProviderDatabase);
  await database.sql('DELETE FROM webhook_deliveries');
  await database.sql('DELETE FROM webhook_endpoints');
});

async function endpoint(client: ApiClient, path: string, over: object = {}): Promise<Wire> {
  const created = await client.post('/v1/webhook-endpoints', { url: url + path, events: ['call.ended', 'agent.put_on_break'], ...over });
  expect(created.status).toBe(201);
  return created.body;
}

/** Something happens at a tenant. */
function happens(tenant: keyof typeof tenants, key = `event-${(events += 1)}`): Promise<void> {
  return tenantContext.open({ tenantId: tenants[tenant] }, () =>
    api.app.get(WebhookDeliveriesService).announce('agent.put_on_break', key, { agent: '1001' }),
  );
}

async function deliveries({ id }: Wire, client = admin): Promise<Wire[]> {
  return (await client.get(`/v1/webhook-endpoints/${id}/deliveries`)).body.data;
}

function signatureOf(secret: unknown, { headers, body }: Heard): string {
  const key = Buffer.from(String(secret).slice('whsec_'.length), 'base64');
  const text = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  return `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
}

it('tells of a call that has ended, signed, and not who called', async () => {
  const { secret } = await endpoint(admin, '/calls');
  await endpoint(other, '/elsewhere');
  await book(api.app, inboundLeg(tenants.pharma, '2026-11-01T04:00:00Z', 61));
  const [told] = await eventually(() => Promise.resolve(heard.length > 0 && heard));
  expect(told?.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Seatline-Webhooks/1' });
  expect(told?.headers['webhook-signature']).toBe(signatureOf(secret, told as Heard));
  const { type, data } = JSON.parse(told?.body ?? '') as { type: string; data: Record<string, unknown> };
  expect(type).toBe('call.ended');
  const call = (await admin.get(`/v1/calls/${String(data['call_id'])}`)).body;
  expect(data).toMatchObject({ direction: 'inbound', outcome: call['outcome'], started_at: call['started_at'] });
  expect(data['call_uuid']).toBe((call['legs'] as Wire[])[0]?.['uuid']);
  expect(told?.body).not.toContain('13800138001');
  expect(heard.map(({ path }) => path)).toEqual(['/calls']);
});

it('tells an event once, however often it is heard of', async () => {
  const hook = await endpoint(admin, '/once');
  for (let turn = 0; turn < 3; turn += 1) await happens('pharma', 'the same');
  await happens('pharma', 'another');
  await eventually(async () => (await deliveries(hook)).every(({ status }) => status === 'delivered'));
  expect(heard).toHaveLength(2);
});

it('sends nothing twice when two workers come upon it', async () => {
  const hook = await endpoint(admin, '/twice', { events: ['agent.put_on_break'] });
  const slow: ServerResponse[] = [];
  answer = (_path, response) => void slow.push(response);
  await happens('pharma');
  const attempt = api.app.get(WebhookAttempt);
  const next = () => tenantContext.open({ tenantId: tenants.pharma }, () => attempt.next(hook.id));
  const tries = Promise.all([next(), next(), next()]);
  await eventually(() => Promise.resolve(slow.length > 0));
  slow.forEach((response) => response.writeHead(204).end());
  await tries;
  await eventually(async () => (await deliveries(hook))[0]?.['status'] === 'delivered');
  expect(heard).toHaveLength(1);
});

it.each([
  ['http://example.com/', 'must begin with https://'],
  ['https://10.0.0.1/', 'must lead to a public address'],
  ['https://u:p@example.com/', 'must not hold a user or password'],
  ['https://example.com:6379/', 'must use one of the ports 443, 8443'],
])('refuses the URL %s', async (to, rule) => {
  const refused = await admin.post('/v1/webhook-endpoints', { url: to, events: ['call.ended'] });
  expect([refused.status, refused.body.errors]).toEqual([422, [{ pointer: '/url', rule }]]);
});

it('takes null for nothing that it can do without', async () => {
  const hook = await endpoint(admin, '/null');
  const path = `/v1/webhook-endpoints/${hook.id}`;
  for (const field of ['url', 'events', 'active']) {
    const refused = await admin.patch(path, { [field]: null }, { 'if-match': '"1"' });
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, `/${field}`]);
  }
});

it('refuses an event that there is not, and more endpoints than ten', async () => {
  const unknown = await admin.post('/v1/webhook-endpoints', { url: `${url}/x`, events: ['call.began'] });
  expect([unknown.status, unknown.body.errors[0]?.pointer]).toEqual([422, '/events']);
  for (let number = 0; number < 10; number += 1) await endpoint(admin, `/${number}`);
  const eleventh = await admin.post('/v1/webhook-endpoints', { url: `${url}/x`, events: ['call.ended'] });
  expect([eleventh.status, eleventh.body.code]).toEqual([409, 'quota_exceeded']);
});

it("keeps the others' deliveries from waiting for an endpoint that does not answer", async () => {
  const hanging: ServerResponse[] = [];
  answer = (path, response) => {
    if (path.startsWith('/silent')) hanging.push(response);
    else response.writeHead(204).end();
  };
  for (let number = 0; number < 6; number += 1) await endpoint(admin, `/silent-${number}`);
  const quick = await endpoint(other, '/quick');
  for (let turn = 0; turn < 5; turn += 1) await happens('pharma');
  await eventually(() => Promise.resolve(hanging.length > 0));
  await happens('insurance');
  await eventually(async () => (await deliveries(quick, other))[0]?.['status'] === 'delivered');
  // not one of them has been answered yet, and a tenant has four of the places
  expect(hanging.every(({ writableEnded }) => !writableEnded)).toBe(true);
  expect(hanging.length).toBeLessThanOrEqual(4);
  hanging.forEach((response) => response.destroy());
  answer = (_path, response) => response.writeHead(204).end();
});

it('signs by the secret before too, for a day', async () => {
  const hook = await endpoint(admin, '/rotated');
  const renewed = await admin.post(`/v1/webhook-endpoints/${hook.id}/secret`);
  expect(renewed.status).toBe(201);
  expect(JSON.stringify((await admin.get(`/v1/webhook-endpoints/${hook.id}`)).body)).not.toMatch(/secret|sealed/);
  await happens('pharma');
  const told = await eventually(() => Promise.resolve(heard.find(({ path }) => path === '/rotated')));
  const signatures = [renewed.body.secret, hook.secret].map((secret) => signatureOf(secret, told));
  expect(told.headers['webhook-signature']).toBe(signatures.join(' '));
});

describe('an endpoint that fails', () => {
  const BEGIN = Date.parse('2027-01-01T00:00:00Z');
  let now = BEGIN;
  const pass = (ms: number) => travelTo(new Date((now += ms)).toISOString());

  beforeAll(async () => {
    // a session does not last so long, a key does
    const key = await admin.post('/v1/api-keys', { name: 'hooks', role: 'tenant_admin' });
    admin = clients.bearer(key.body.secret);
    travelTo = timeMachine(api.app);
    pass(0);
  });

  /** Waits until so many attempts of the only delivery are over. */
  async function attempted(hook: Wire, attempts: number): Promise<Wire> {
    return eventually(async () => {
      const [delivery] = await deliveries(hook);
      return delivery?.['attempts'] === attempts && (delivery['problem'] ?? delivery['delivered_at']) !== null && heard.length === attempts ? delivery : null;
    });
  }

  it('is tried for a day, then given up with the reason, and told by hand', async () => {
    const hook = await endpoint(admin, '/broken');
    answer = (_path, response) => response.writeHead(500).end('no');
    await happens('pharma');
    const pauses = [5_000, 60_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 28_800_000, 30_240_000];
    for (const [index, pause] of pauses.entries()) {
      const failed = await attempted(hook, index + 1);
      await eventually(async () => (await deliveries(hook))[0]?.['due_at'] === new Date(now + pause).toISOString());
      expect(failed).toMatchObject({ status: 'pending', answer_status: 500, problem: 'It answered 500.' });
      pass(pause);
    }
    await attempted(hook, 9);
    const dead = await eventually(async () => (await deliveries(hook)).find(({ status }) => status === 'dead'));
    expect(dead).toMatchObject({ attempts: 9, due_at: null, problem: 'It answered 500.' });
    expect(new Set(heard.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([dead.id]));
    answer = (_path, response) => response.writeHead(200).end('yes');
    expect((await admin.post(`/v1/webhook-deliveries/${dead.id}/redeliver`)).status).toBe(202);
    await eventually(async () => (await deliveries(hook))[0]?.['status'] === 'delivered');
    expect((await deliveries(hook))[0]).toMatchObject({ attempts: 1, answer_status: 200, problem: null });
    expect((await admin.get(`/v1/webhook-endpoints/${hook.id}`)).body['failing_since']).toBeNull();
  });

  it('is sent again what a killed worker had begun', async () => {
    const hook = await endpoint(admin, '/killed');
    await happens('pharma');
    await attempted(hook, 1);
    // as it stands when the worker dies between the claim and the end
    await api.app.get(ProviderDatabase).sql(
      `UPDATE webhook_deliveries SET status = 'pending', delivered_at = NULL, due_at = ?`, [new Date(now + 60_000)],
    );
    pass(60_000);
    await eventually(() => Promise.resolve(heard.length === 2));
    expect(heard[1]?.headers['webhook-id']).toBe(heard[0]?.headers['webhook-id']);
  });

  it('is disabled with a notice after three days, and may be made active again', async () => {
    const hook = await endpoint(admin, '/gone');
    answer = (_path, response) => response.writeHead(302, { location: `${url}/elsewhere` }).end();
    await happens('pharma');
    await attempted(hook, 1);
    pass(72 * 3_600_000);
    const path = `/v1/webhook-endpoints/${hook.id}`;
    const disabled = await eventually(async () => {
      const told = await admin.get(path);
      return told.body['active'] === false && told;
    });
    expect(disabled.body['notice']).toBe('Every attempt of three days failed.');
    expect((await deliveries(hook))[0]).toMatchObject({ status: 'dead', problem: 'The endpoint was disabled.' });
    expect(heard.map(({ path: each }) => each)).not.toContain('/elsewhere');
    await happens('pharma');
    expect(await deliveries(hook)).toHaveLength(1);
    const again = await admin.patch(path, { active: true }, { 'if-match': disabled.etag });
    expect(again.body).toMatchObject({ active: true, notice: null, failing_since: null });
  });

  it('is disabled at once when it says that it is gone for good', async () => {
    const hook = await endpoint(admin, '/410');
    answer = (_path, response) => response.writeHead(410).end();
    await happens('pharma');
    await eventually(async () => (await admin.get(`/v1/webhook-endpoints/${hook.id}`)).body['active'] === false);
    expect((await deliveries(hook))[0]).toMatchObject({ status: 'dead', answer_status: 410 });
    const refused = await admin.post(`/v1/webhook-deliveries/${(await deliveries(hook))[0]!.id}/redeliver`);
    expect([refused.status, refused.body.code]).toEqual([409, 'conflict']);
  });
});

it('forgets after 30 days what was told or could not be, and nothing that is still to be sent', async () => {
  const hook = await endpoint(admin, '/old');
  // other tests travel in time
  const now = api.app.get(Clock).now().getTime();
  const ago = (days: number) => new Date(now - days * 86_400_000);
  const keep = (days: number, over: object = {}) => keepDelivery(api.app, tenants.pharma, hook.id, { createdAt: ago(days), ...over });
  const dead = { status: 'dead', deliveredAt: null };
  const pending = { status: 'pending', dueAt: ago(-1), deliveredAt: null };
  await Promise.all([keep(30.1), keep(30.1, dead)]);
  const kept = await Promise.all([keep(29.9), keep(29.9, dead), keep(31, pending)]);
  await api.app.get(WebhookDeliveriesSchedule, { strict: false }).run();
  expect((await deliveries(hook)).map(({ id }) => id).sort()).toEqual(kept.sort());
});
