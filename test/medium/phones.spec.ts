import { applyTenant, startTestApiWith, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { timeMachine } from '../factories/books';
import { askXml } from '../factories/switch';
import { a1HashOf } from '../../src/platform/auth/sip-secret';
import { ProviderDatabase } from '../../src/platform/database/provider-database';

const HOUR = 3_600_000;
const SWITCH = 'wss://sip.seatline.test:7443';

let api: TestApi;
let clients: ApiClients;
let agent: ApiClient;
beforeAll(async () => {
  api = await startTestApiWith({ ICE_SERVERS: 'stun:stun.seatline.test,turn:turn.seatline.test' });
  for (const tenant of ['pharma', 'insurance']) await applyTenant(api.app, tenant);
  clients = new ApiClients(api);
  agent = await clients.user('insurance', 'agent');
});
afterAll(() => api.stop());

/** The hash that the switch is told, as a REGISTER asks for it. */
async function hashFor(user: string, domain: string, phoneId?: string): Promise<string | undefined> {
  const form = {
    section: 'directory', user, domain, action: 'sip_auth', sip_auth_method: 'REGISTER', sip_to_host: domain, ip: '192.0.2.1',
    ...(phoneId !== undefined && { 'X-Seatline-Phone': phoneId }),
  };
  const { text } = await askXml(api, form);
  return /a1-hash" value="(\w+)"/.exec(text)?.[1];
}

it('makes a page the phone of the own seat, beside the desk phone there', async () => {
  const opened = await agent.post('/v1/me/phone', {});
  expect(opened.status).toBe(201);
  expect(opened.body).toMatchObject({
    sip_user: '2001', sip_domain: 'insurance.seatline.test', websocket_url: SWITCH,
    ice_servers: ['stun:stun.seatline.test', 'turn:turn.seatline.test'],
  });
  const { id, secret } = opened.body as Record<string, string>;
  const own = a1HashOf('2001', 'insurance.seatline.test', String(secret));
  expect(await hashFor('2001', 'insurance.seatline.test', String(id))).toBe(own);
  const ofDeskPhone = await hashFor('2001', 'insurance.seatline.test');
  expect(ofDeskPhone).toMatch(/^[0-9a-f]{32}$/);
  expect(ofDeskPhone).not.toBe(own);
});

it('is good at its seat alone, and as long as its session', async () => {
  const person = await clients.user('insurance', 'agent');
  const { body } = await person.post('/v1/me/phone', {});
  const id = String(body['id']);
  expect(await hashFor('2002', 'insurance.seatline.test', id)).toBeUndefined();
  expect(await hashFor('1001', 'pharma.seatline.test', id)).toBeUndefined();
  expect(await hashFor('2001', 'insurance.seatline.test', 'phn_nobody\' OR 1')).toBeUndefined();
  expect(await hashFor('2001', 'insurance.seatline.test', id)).toBeDefined();
  await person.post('/v1/sign-out', {});
  expect(await hashFor('2001', 'insurance.seatline.test', id)).toBeUndefined();
});

it('is good no longer than its session, however late it was made', async () => {
  const begin = Date.now();
  const travelTo = timeMachine(api.app);
  const person = await clients.user('insurance', 'agent');
  const session = () => api.app.get(ProviderDatabase);
  // in use all the time
  await session().sql('UPDATE sessions SET last_seen_at = ?', [new Date(begin + 23.5 * HOUR)]);
  travelTo(new Date(begin + 23.5 * HOUR).toISOString());
  const { status, body } = await person.post('/v1/me/phone', {});
  expect(status).toBe(201);
  expect(Date.parse(String(body['expires_at']))).toBeLessThanOrEqual(begin + 24 * HOUR + 60_000);
  expect(await hashFor('2001', 'insurance.seatline.test', String(body['id']))).toBeDefined();
  travelTo(new Date(begin + 24.5 * HOUR).toISOString());
  expect((await person.get('/v1/me')).status).toBe(401);
  expect(await hashFor('2001', 'insurance.seatline.test', String(body['id']))).toBeUndefined();
  travelTo(new Date(begin).toISOString());
});

it('has one phone a session: the one before is none any more, nor one that was closed', async () => {
  const first = String((await agent.post('/v1/me/phone', {})).body['id']);
  const second = String((await agent.post('/v1/me/phone', {})).body['id']);
  expect(await hashFor('2001', 'insurance.seatline.test', first)).toBeUndefined();
  expect(await hashFor('2001', 'insurance.seatline.test', second)).toBeDefined();
  expect((await agent.delete('/v1/me/phone')).status).toBe(204);
  expect(await hashFor('2001', 'insurance.seatline.test', second)).toBeUndefined();
});

it('offers the seats that are nobody\'s, and refuses others', async () => {
  const supervisor = await clients.user('insurance', 'supervisor');
  const { body } = await supervisor.get('/v1/me/phone');
  const free = body['free_seats'] as unknown as { id: string; extension: string }[];
  // 2001 to 2004 are fixed seats of agents
  expect(free.map(({ extension }) => extension).sort()).toEqual(['2005', '2006']);
  expect((await supervisor.post('/v1/me/phone', { seat_id: free[0]?.id })).status).toBe(201);
  expect((await supervisor.post('/v1/me/phone', {})).body).toMatchObject({ errors: [{ pointer: '/seat_id' }] });

  const seats = (await (await clients.user('insurance', 'tenant_admin')).get('/v1/seats')).body['data'] as unknown as { id: string; extension: string }[];
  const taken = seats.find(({ extension }) => extension === '2003');
  expect(await supervisor.post('/v1/me/phone', { seat_id: taken?.id })).toMatchObject({ status: 409, body: { detail: "The seat is agent 2003's." } });
  const foreign = await (await clients.user('pharma', 'tenant_admin')).post('/v1/me/phone', { seat_id: free[0]?.id });
  expect(foreign.body).toMatchObject({ errors: [{ pointer: '/seat_id', rule: 'must be a seat of this tenant' }] });
});

it('lets the page reach that switch, and says where there is none', async () => {
  const page = await fetch(api.url, { headers: { accept: 'text/html' } });
  expect(page.headers.get('content-security-policy')).toContain(`connect-src 'self' ${SWITCH}`);
  const without = await startTestApiWith({ SIP_WEBSOCKET_URL: '' });
  try {
    await applyTenant(without.app, 'insurance');
    const person = await new ApiClients(without).user('insurance', 'agent');
    expect((await person.get('/v1/me/phone')).body).toMatchObject({ in_page: false });
    expect((await person.post('/v1/me/phone', {})).status).toBe(409);
  } finally {
    await without.stop();
  }
});
