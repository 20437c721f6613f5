import { recordedForms } from './recording';
import { Rig } from './rig';

const PHARMA = 'pharma.seatline.test';
const INSURANCE = 'insurance.seatline.test';

let rig: Rig;

beforeEach(async () => {
  rig = await new Rig().start();
});

afterEach(() => rig.stop());

const register = (fields: object): Promise<Record<string, unknown>> => rig.control('POST', '/phones', fields);

it.each([
  ['the right password', { user: '1001', domain: PHARMA, password: 'secret-1001' }, 200],
  ['a wrong password', { user: '1001', domain: PHARMA, password: 'wrong' }, 403],
  ['an unknown user', { user: '9999', domain: PHARMA, password: 'secret-9999' }, 403],
  ['no password', { user: '1001', domain: PHARMA }, 401],
  ["another tenant's domain, with the own realm", {
    user: '1001', domain: PHARMA, authRealm: PHARMA, toHost: INSURANCE, password: 'secret-1001',
  }, 403],
])('%s', async (_, fields, status) => {
  expect(await register(fields)).toMatchObject({ status });
  const { registrations } = await rig.control('GET', '/state');
  expect(registrations).toEqual(status === 200 ? [`1001@${PHARMA}`] : []);
});

it('is refused while the directory fails', async () => {
  rig.product.failing.add('directory');
  expect(await register({ user: '1001', domain: PHARMA, password: 'secret-1001' })).toMatchObject({ status: 403 });
});

it('asks the directory with the recorded fields, in their order', async () => {
  await register({ user: '1001', domain: PHARMA, authRealm: PHARMA, toHost: INSURANCE, password: 'secret-1001' });
  const asked = rig.product.form(({ action }) => action === 'sip_auth') ?? {};
  const recorded = recordedForms().filter(({ action }) => action === 'sip_auth').at(-1) ?? {};
  expect(Object.keys(asked)).toEqual(Object.keys(recorded));
  const same = ['section', 'tag_name', 'key_name', 'key_value', 'sip_auth_realm', 'sip_to_host', 'user', 'domain',
    'sip_auth_method', 'Event-Calling-Function'];
  for (const field of same) expect([field, asked[field]]).toEqual([field, recorded[field]]);
});

it('the other requests have the recorded fields too', async () => {
  const queue = `care@${PHARMA}`;
  await rig.agent('1001', PHARMA, queue, { answer: { afterMs: 100 } });
  await rig.available(`1001@${PHARMA}`);
  await rig.call({ from: '13800138004', to: '4008001001', hangupAfterAnswerMs: 1200 });
  await rig.quiet(2);
  const [call, dialplan, configuration] = [
    (form: Record<string, string>): boolean => form['action'] === 'user_call',
    (form: Record<string, string>): boolean => form['section'] === 'dialplan',
    (form: Record<string, string>): boolean => form['CC-Queue'] !== undefined,
  ].map((match) => [rig.product.form(match) ?? {}, recordedForms().find(match) ?? {}]);
  expect(Object.keys(call?.[0] ?? {})).toEqual(Object.keys(call?.[1] ?? {}));
  expect(Object.keys(configuration?.[0] ?? {})).toEqual(Object.keys(configuration?.[1] ?? {}));
  const names = (form: Record<string, string> = {}): string[] =>
    Object.keys(form).filter((name) => !/^variable_/.test(name));
  expect(names(dialplan?.[0])).toEqual(names(dialplan?.[1]));
  const boot = rig.product.forms[0];
  expect(boot).toMatchObject({ section: 'configuration', key_value: 'callcenter.conf' });
  expect(boot).not.toHaveProperty('CC-Queue');
});

it('a registration and its end are events, and sofia_contact knows the phone', async () => {
  await register({ user: '1001', domain: PHARMA, password: 'secret-1001' });
  await rig.esl.event((event) => event['Event-Subclass'] === 'sofia%3A%3Aregister' && event['from-host'] === PHARMA);
  expect(await rig.esl.api(`sofia_contact */1001@${PHARMA}`)).toMatch(/^sofia\/internal\/sip:1001@127\.0\.0\.1:\d+$/);
  expect(JSON.parse(await rig.esl.api('show registrations as json'))).toMatchObject({
    row_count: 1, rows: [{ reg_user: '1001', realm: PHARMA }],
  });
  await rig.control('POST', `/phones/1001@${PHARMA}/unregister`);
  await rig.esl.event((event) => event['Event-Subclass'] === 'sofia%3A%3Aunregister');
  expect(await rig.esl.api(`sofia_contact */1001@${PHARMA}`)).toBe('error/user_not_registered');
});

it('a phone calls out through its own context, only with its credential', async () => {
  await register({ user: '1001', domain: PHARMA, password: 'secret-1001' });
  rig.product.dialplan = `<extension name="out">
    <condition field="\${user_context}" expression="^agents$" break="on-false"/>
    <condition field="destination_number" expression="^0(\\d+)$">
    <action application="export" data="tenant=pharma"/>
    <action application="bridge" data="sofia/gateway/trunk/$1"/></condition></extension>`;
  await rig.control('POST', '/outside', { prefix: '138', answer: { afterMs: 100 }, hangupAfterMs: 300 });
  const path = `/phones/1001@${PHARMA}/calls`;
  const { callId } = await rig.control('POST', path, { to: '013800000000', password: 'secret-1001' });
  await rig.quiet(2);
  const legs = rig.product.cdrs.map(({ variables: v }) => [v['direction'], v['tenant'], v['hangup_cause']]);
  expect(legs.sort()).toEqual([['inbound', 'pharma', 'NORMAL_CLEARING'], ['outbound', 'pharma', 'NORMAL_CLEARING']]);
  expect(await rig.callView(String(callId))).toMatchObject({ state: 'ended', sipStatus: 200 });
  const refused = await rig.control('POST', path, { to: '013800000000', password: 'wrong' });
  expect(await rig.callView(String(refused['callId']))).toMatchObject({ state: 'ended', sipStatus: 403 });
});

it.each([
  [{ domain: PHARMA }, 'user: must be a non-empty string'],
  [{ user: 1, domain: PHARMA }, 'user: must be a string'],
  [{ user: '1001', domain: PHARMA, password: 'x', reject: 200 }, 'reject: must be a SIP status from 400 to 699'],
])('names what is wrong in %j', async (fields, error) => {
  expect(await register(fields)).toEqual({ error });
});
