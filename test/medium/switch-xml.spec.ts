import { createHash } from 'node:crypto';
import { Configuration } from '../../src/platform/tenancy/configuration';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { ApiClients } from '../factories/api-client';
import { askXml, recordedXmlRequests } from '../factories/switch';

let api: TestApi;
let database: ProviderDatabase;

beforeAll(async () => {
  api = await startTestApi();
  database = api.app.get(ProviderDatabase);
  for (const name of ['pharma', 'insurance']) {
    await applyTenant(api.app, name);
    await database.sql(
      "UPDATE seats s JOIN tenants t ON t.id = s.tenant_id SET s.a1_hash = MD5(CONCAT(s.extension, ':', t.domain, ':secret')) WHERE t.slug = ?",
      [name],
    );
  }
});
afterAll(() => api.stop());

/** Changes pharma's configuration as the program does: counted in its revision. */
async function changePharma(statement: string): Promise<void> {
  const [tenant] = await database.sql<{ id: string }>("SELECT id FROM tenants WHERE slug = 'pharma'");
  await tenantContext.open({ tenantId: tenant?.id ?? '' }, () =>
    api.app.get(Configuration).change(() => database.sql(statement)),
  );
}

const NOT_FOUND = '<result status="not found"/>';
const NOWHERE = '<action application="hangup" data="NO_ROUTE_DESTINATION"/>';
const requests = recordedXmlRequests();
const register = requests[0] ?? {};

describe('the directory', () => {
  it('answers a registration with the A1 hash and the tenant of the realm', async () => {
    const { text } = await askXml(api, register);
    const a1 = createHash('md5').update('1001:pharma.seatline.test:secret').digest('hex');
    expect(text).toContain(`<param name="a1-hash" value="${a1}"/>`);
    expect(text).toContain('<variable name="user_context" value="tenant-pharma"/>');
    expect(text).toContain('<user id="1001">');
    expect(text).not.toContain('cacheable');
  });

  it("refuses a registration that shows one tenant's password under another tenant's domain", async () => {
    const cross = requests.find(
      (form) => form['sip_auth_method'] === 'REGISTER' && form['sip_to_host'] !== form['sip_auth_realm'],
    );
    expect(cross).toBeDefined();
    expect((await askXml(api, cross ?? {})).text).toContain(NOT_FOUND);
  });

  it.each([
    ['an unknown extension', { user: '9999' }],
    ['an unknown domain', { domain: 'nobody.seatline.test', sip_to_host: 'nobody.seatline.test' }],
    ["another tenant's extension", { user: '2001' }],
    ['no user', { user: '' }],
    ['hostile text', { user: `1001' OR '1'='1`, domain: '"><x/>' }],
  ])('knows nothing of %s', async (_what, change) => {
    expect((await askXml(api, { ...register, ...change })).text).toContain(NOT_FOUND);
  });

  it('never answers a user without a credential', async () => {
    await changePharma("UPDATE seats SET a1_hash = NULL WHERE extension = '1003'");
    expect((await askXml(api, { ...register, user: '1003' })).text).toContain(NOT_FOUND);
  });
});

describe('the dialplan', () => {
  const inbound = requests.find((form) => form['section'] === 'dialplan') ?? {};
  const dial = (destination: string, context = 'public', extra = {}) =>
    askXml(api, { ...inbound, 'Hunt-Context': context, 'Hunt-Destination-Number': destination, ...extra });

  it("sends a tenant's number to that tenant's queue, under its channel cap", async () => {
    const { text } = await dial('4008001001');
    expect(text).toContain('<context name="public">');
    expect(text).toContain('expression="^4008001001$"');
    expect(text).toContain('application="callcenter" data="care@pharma.seatline.test"');
    expect(text).toMatch(/application="limit" data="hash seatline ten_\w{26} 30 !NORMAL_CIRCUIT_CONGESTION"/);
    expect(text).toContain('data="force_transfer_context=tenant-pharma"');
    expect(text).not.toContain('insurance');
  });

  it('leaves of the node what is reserved for other tenants', async () => {
    const cap = async () => /hash seatline ten_\w+ (\d+) /.exec((await dial('4008001001')).text)?.[1];
    await changePharma("UPDATE tenants SET concurrent_calls = 5000 WHERE slug = 'pharma'");
    expect(await cap()).toBe('1000');
    await changePharma(
      "UPDATE calling_plans p JOIN tenants t ON t.id = p.tenant_id SET p.reserved_channels = 15 WHERE t.slug = 'insurance'",
    );
    expect(await cap()).toBe('985');
    await changePharma("UPDATE tenants SET concurrent_calls = 30 WHERE slug = 'pharma'");
    expect(await cap()).toBe('30');
  });

  it('leads into a queue by a transfer alone, to an agent from a phone of the tenant as well', async () => {
    await changePharma("UPDATE agents SET signed_in_seat_id = (SELECT id FROM seats s WHERE s.tenant_id = agents.tenant_id AND s.extension = '1002') WHERE number = '1001'");
    const source = (to: string) => ({ 'Hunt-Transfer-Source': `1795291000:4f236891:bl_xfer:${to}/tenant-pharma/XML`, variable_seatline_call: 'the-call' });
    const sent = async (to: string, extra = source(to)) => (await dial(to, 'tenant-pharma', extra)).text;
    const agent = await sent('agent-1001');
    expect(agent).toContain('user/1002@pharma.seatline.test');
    expect(agent).toContain('seatline_agent=1001@pharma.seatline.test');
    expect(await sent('queue-care')).toContain('application="callcenter" data="care@pharma.seatline.test"');
    for (const to of ['agent-1001', 'queue-care']) {
      expect(await sent(to)).toContain('seatline_call=the-call');
      expect((await dial(to, 'tenant-pharma')).text).toContain(NOWHERE);
    }
    const phone = { variable_seatline_extension: '1005', 'Unique-ID': 'leg-consults' };
    expect((await dial('agent-1001', 'tenant-pharma', phone)).text).toMatch(/seatline_direction=internal.*bridge.*seatline_agent=1001@.*user\/1002@/s);
    expect((await dial('queue-care', 'tenant-pharma', phone)).text).toContain(NOWHERE);
    expect((await dial('agent-1002', 'tenant-pharma', phone)).text).toContain(NOWHERE);
    for (const to of ['agent-1002', 'agent-2001', 'queue-claims']) {
      expect(await sent(to)).toMatch(/playback.*busy.*hangup/s);
      expect(await sent(to)).not.toMatch(/callcenter|bridge/);
    }
    await changePharma("UPDATE agents SET signed_in_seat_id = NULL WHERE number = '1001'");
  });

  it('suspends a seat that dials too often, and no other', async () => {
    const call = (extension: string, nth: number) =>
      dial('+8613800138000', 'tenant-pharma', { variable_seatline_extension: extension, 'Unique-ID': `leg-${extension}-${nth}` });
    const answers = [];
    for (let nth = 0; nth < 21; nth += 1) answers.push((await call('1004', nth)).text);
    expect(answers.slice(0, 20).every((text) => text.includes('application="bridge"'))).toBe(true);
    expect(answers[20]).toContain('data="seatline_outcome=seat-suspended"');
    expect((await call('1004', 22)).text).toContain('data="403 Seat Suspended"');
    expect((await askXml(api, { ...register, user: '1004' })).text).toContain(NOT_FOUND);
    expect((await call('1005', 0)).text).toContain('application="bridge"');
    const alarms = await database.sql<{ payload: unknown }>("SELECT payload FROM outbox WHERE type = 'seat.suspended'");
    expect(alarms).toHaveLength(1);
    expect(JSON.stringify(alarms[0]?.payload)).toContain('too-many-calls');
  });

  it('asked twice about one call counts it once', async () => {
    const again = () => dial('1002', 'tenant-pharma', { variable_seatline_extension: '1006', 'Unique-ID': 'leg-1006' });
    for (let nth = 0; nth < 25; nth += 1) expect((await again()).text).toContain('application="bridge"');
  });

  it('refuses what the calling plan does not allow, and a leg of another tenant', async () => {
    const from = { variable_seatline_extension: '1007', 'Unique-ID': 'leg-1007' };
    const refused = (await dial('+85221230001', 'tenant-pharma', from)).text;
    expect(refused).toContain('data="seatline_outcome=destination-refused"');
    expect(refused).toContain('data="403 Destination Not Allowed"');
    const foreign = { variable_seatline_tenant: 'ten_00000000000000000000000000' };
    expect((await dial('1002', 'tenant-pharma', foreign)).text).toContain(NOWHERE);
  });

  it('presents the number that was chosen if it is the tenant\'s own, else its first', async () => {
    const presented = async (chosen: string) => {
      const { text } = await dial('+8613800138000', 'tenant-pharma', {
        variable_seatline_extension: '1008', variable_seatline_caller_number: chosen, 'Unique-ID': `leg-${chosen}`,
      });
      return /effective_caller_id_number=([^"]+)/.exec(text)?.[1];
    };
    expect(await presented('4008001003')).toBe('4008001003');
    expect(await presented('4008002002')).toBe(await presented(''));
    expect(['4008001001', '+862160010001', '4008001002', '4008001003']).toContain(await presented(''));
  });

  it('finds an E.164 number dialled with and without its plus sign', async () => {
    const [with_, without] = [await dial('+862160010001'), await dial('862160010001')];
    for (const { text } of [with_, without]) expect(text).toContain('data="domain_name=pharma.seatline.test"');
  });

  it.each(['4008001001', '864008001001', '+864008001001', '00864008001001'])(
    'finds the owner of a service number that the carrier delivers as %s',
    async (spelling) => {
      const { text } = await dial(spelling);
      expect(text).toContain('data="domain_name=pharma.seatline.test"');
      expect(text).toContain('data="seatline_number=4008001001"');
    },
  );

  it.each(['02160010001', '+4008001001', '60010001'])('knows nobody of %s', async (spelling) => {
    expect((await dial(spelling)).text).toContain('data="404 Not Found"');
  });

  it.each(['1001', '99999', 'after-queue', '4008001001;x=y'])('refuses what is no number from outside: %s', async (to) => {
    const { text } = await dial(to);
    expect(text.match(/<action .*/g)).toEqual([
      '<action application="set" data="seatline_outcome=nobodys-number"/>',
      '<action application="respond" data="404 Not Found"/>',
    ]);
  });

  describe('of a customer who calls', () => {
    const asks = async (number: string, destination = '4008001001') => (await dial(destination, 'public', { 'Caller-Caller-ID-Number': number })).text;
    const actionsOf = (text: string) => [...text.matchAll(/<action application="(\w+)" data="([^"]*)"/g)].map(([, name, data]) => `${name} ${data}`);
    let customer: string;
    let segment: string;

    beforeAll(async () => {
      const admin = await new ApiClients(api).user('pharma', 'tenant_admin');
      const { data } = (await admin.get('/v1/segments')).body;
      segment = data[0]?.id ?? '';
      await admin.patch(`/v1/segments/${segment}`, { greeting: 'busy' }, { 'if-match': '"1"' });
      customer = (await admin.post('/v1/customers', { name: 'Wang Fang', segment_id: segment, numbers: ['13800138001'] })).body.id;
      await admin.post('/v1/customers', { name: 'Nobody special', numbers: ['13800138002'] });
    });

    it.each(['13800138001', '+8613800138001', '8613800138001', '013800138001'])('follows the segment, as the carrier writes %s', async (number) => {
      const actions = actionsOf(await asks(number));
      expect(actions).toEqual(
        expect.arrayContaining([
          `set seatline_customer=${customer}`, `set seatline_segment=${segment}`, 'set cc_base_score=300',
          'playback zh-CN/busy.wav', 'callcenter vip@pharma.seatline.test',
        ]),
      );
      expect(actions).not.toContain('playback zh-CN/welcome.wav');
      expect(actions.indexOf('set cc_base_score=300')).toBeLessThan(actions.indexOf('callcenter vip@pharma.seatline.test'));
      expect(JSON.stringify(actions)).not.toContain('Wang');
    });

    it.each(['13800138003', 'anonymous', '', '${customer}', '1001'])('knows nobody of %j', async (number) => {
      const text = await asks(number);
      expect(text).not.toMatch(/seatline_customer|seatline_segment|cc_base_score/);
      expect(text).toContain('data="care@pharma.seatline.test"');
    });

    it('says who calls also where no segment says how to serve him', async () => {
      const text = await asks('13800138002');
      expect(text).toMatch(/data="seatline_customer=cus_\w{26}"/);
      expect(text).not.toMatch(/seatline_segment|cc_base_score/);
      expect(text).toContain('data="care@pharma.seatline.test"');
    });

    it('speaks his language from the first word on, also after the queue', async () => {
      const admin = await new ApiClients(api).user('pharma', 'tenant_admin');
      await admin.post('/v1/customers', { name: 'John Smith', language: 'en', numbers: ['13800138004'] });
      const actions = actionsOf(await asks('13800138004'));
      expect(actions).toEqual(expect.arrayContaining(['set seatline_language=en', 'playback en/welcome.wav']));
      const after = await dial('after-queue', 'tenant-pharma', { variable_seatline_language: 'en', variable_cc_cause: 'TIMEOUT' });
      expect(actionsOf(after.text)).toContain('playback en/busy.wav');
    });

    it("takes no tenant's customer for another's", async () => {
      expect(await asks('13800138001', '4008002002')).not.toMatch(/seatline_customer|seatline_segment/);
    });
  });

  it('passes nothing on of what callers say of themselves but a number', async () => {
    const name = { 'Caller-Caller-ID-Name': '%0D%0AAlert-Info: now', 'Caller-Caller-ID-Number': '138${hostname}%0D%0A' };
    const { text } = await dial('4008001001', 'public', name);
    expect(text).toContain('application="set_profile_var" data="caller_id_name=138hostname0D0A"');
    expect(text).not.toContain('Alert-Info');
  });

  it("lets a tenant's phone reach its own seats and the outside, and no other tenant's seat", async () => {
    expect((await dial('1002', 'tenant-pharma')).text).toContain('data="user/1002@pharma.seatline.test"');
    expect((await dial('2001', 'tenant-pharma')).text).toContain(NOWHERE);
    expect((await dial('+8613800138000', 'tenant-pharma')).text).toContain('/+8613800138000"');
    expect((await dial('1002', 'tenant-nobody')).text).toContain(NOWHERE);
  });

  it("keeps a tenant's own number inside when its phone dials it", async () => {
    expect((await dial('4008001001', 'tenant-pharma')).text).toContain('application="callcenter"');
    for (const spelling of ['+864008001001', '862160010001']) {
      const { text } = await dial(spelling, 'tenant-pharma');
      expect(text).toContain('data="seatline_number=');
      expect(text).not.toContain('application="bridge"');
    }
  });

  it('says sorry to whoever left the queue unserved, and nothing to whoever was served', async () => {
    const after = (cause: string) => dial('after-queue', 'tenant-pharma', { variable_cc_cause: cause });
    expect((await after('cancel')).text).toContain('data="zh-CN/busy.wav"');
    expect((await after('answered')).text).not.toContain('playback');
  });

  it('believes the hunt profile, which a transfer changes, before the caller profile, which it does not', async () => {
    const first = { 'Caller-Context': 'public', 'Caller-Destination-Number': '4008001001' };
    expect((await dial('1002', 'tenant-pharma', first)).text).toContain('user/1002@pharma.seatline.test');
  });
});

describe('callcenter.conf', () => {
  const configuration = { section: 'configuration', key_value: 'callcenter.conf' };

  it('holds the asked queue alone, and no agents or tiers', async () => {
    const { text } = await askXml(api, { ...configuration, 'CC-Queue': 'claims@insurance.seatline.test' });
    expect(text.match(/<queue /g)).toHaveLength(1);
    expect(text).toContain('<queue name="claims@insurance.seatline.test">\n<param name="strategy" value="top-down"/>');
    expect(text).toContain('<agents/>\n<tiers/>');
  });

  it('is empty at boot', async () => {
    expect((await askXml(api, configuration)).text).toContain('<queues/>');
  });

  it.each(['care@insurance.seatline.test', 'care', '@', 'care@'])('knows no queue %s', async (name) => {
    expect((await askXml(api, { ...configuration, 'CC-Queue': name })).text).toContain(NOT_FOUND);
  });

  it('shows a change at once', async () => {
    const ask = () => askXml(api, { ...configuration, 'CC-Queue': 'care@pharma.seatline.test' });
    await ask();
    await changePharma(`UPDATE queues SET settings = JSON_SET(settings, '$.maxWaitTime', 77) WHERE name = 'care'`);
    expect((await ask()).text).toContain('<param name="max-wait-time" value="77"/>');
  });
});

it('asks for other configuration elsewhere', async () => {
  expect((await askXml(api, { section: 'configuration', key_value: 'sofia.conf' })).text).toContain(NOT_FOUND);
  expect((await askXml(api, { section: 'phrases' })).text).toContain(NOT_FOUND);
});

it('lets nobody in without the secret', async () => {
  const { status, text } = await askXml(api, register, '');
  expect(status).toBe(404);
  expect(text).not.toContain('pharma');
});
