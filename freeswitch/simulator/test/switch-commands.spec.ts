import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { EslClient } from './esl-client';
import { Rig } from './rig';

const PHARMA = 'pharma.seatline.test';

let rig: Rig;

beforeEach(async () => {
  rig = await new Rig().start({ heartbeatSeconds: 0.2 });
});

afterEach(() => rig.stop());

/** A call that stays up with a second extension to go to. */
async function parked(): Promise<string> {
  rig.product.dialplan = `<extension name="park"><condition field="destination_number" expression="^5000$">
    <action application="answer"/><action application="park"/></condition></extension>
    <extension name="bye"><condition field="destination_number" expression="^bye$">
    <action application="hangup" data="USER_BUSY"/></condition></extension>
    <extension name="capped"><condition field="destination_number" expression="^5001$">
    <action application="limit" data="hash pharma calls 1"/><action application="answer"/>
    <action application="park"/></condition></extension>
    <extension name="limit"><condition field="destination_number" expression="^limit_exceeded$">
    <action application="respond" data="503"/></condition></extension>
    <extension name="broken"><condition field="destination_number" expression="^5002$">
    <action application="no_such_application"/></condition></extension>`;
  const id = await rig.call({ from: '13800138201', to: '5000' });
  await rig.esl.event((event) => event['Event-Name'] === 'CHANNEL_PARK' && event['Unique-ID'] === id);
  return id;
}

describe('the event socket', () => {
  it('refuses a wrong password and knows no command before the right one', async () => {
    const stranger = await EslClient.open(rig.ports.eventSocket, 'wrong');
    stranger.close();
    expect(stranger.raw.join('')).toContain('Reply-Text: -ERR invalid');
    expect(stranger.raw.join('')).not.toContain('+OK accepted');
  });

  it.each([
    ['nonsense', '-ERR command not found'],
    ['event plain NONSENSE', '-ERR no keywords supplied'],
    ['nixevent HEARTBEAT', '+OK events nixed'],
    ['filter Unique-ID x', '+OK filter added. [Unique-ID]=[x]'],
    ['filter delete all', '+OK filter deleted. [all][]'],
    ['linger', '-ERR not controlling a session'],
    ['log 7', '+OK log level 7 [7]'],
    ['noevents', '+OK no longer listening for events'],
    ['sendmsg nobody\ncall-command: hangup', '-ERR invalid session id [nobody]'],
    ['exit', '+OK bye'],
  ])('answers %j', async (command, reply) => {
    expect(await rig.esl.send(command)).toBe(reply);
  });

  it('runs a job in the background under the name that it was given', async () => {
    const reply = await rig.esl.send('bgapi status\nJob-UUID: my-job');
    expect(reply).toBe('+OK Job-UUID: my-job');
    expect(await rig.esl.event((event) => event['Job-UUID'] === 'my-job')).toMatchObject({
      'Event-Name': 'BACKGROUND_JOB', 'Job-Command': 'status',
    });
  });

  it('beats', async () => {
    expect(await rig.esl.event((event) => event['Event-Name'] === 'HEARTBEAT')).toMatchObject({
      'Event-Info': 'System%20Ready', 'FreeSWITCH-Switchname': 'sw1',
    });
  });

  it('speaks JSON, undecorated by percent signs', async () => {
    const client = await EslClient.open(rig.ports.eventSocket);
    await client.send('event json CHANNEL_CREATE CUSTOM callcenter::info');
    await rig.callcenterConfig(`agent add 1001@${PHARMA} callback`);
    expect(await client.event((event) => event['CC-Action'] === 'agent-add')).toMatchObject({
      'CC-Agent': `1001@${PHARMA}`, 'Event-Subclass': 'callcenter::info',
    });
    client.close();
  });
});

describe('commands', () => {
  it.each([
    ['nonsense x', '-ERR nonsense Command not found!\n'],
    ['uuid_exists nobody', 'false'],
    ['uuid_kill nobody', '-ERR No such channel!\n'],
    ['uuid_transfer nobody 5000', '-ERR No such channel!\n'],
    ['uuid_bridge a b', '-ERR Invalid uuid\n'],
    ['uuid_getvar nobody x', '-ERR No such channel!\n'],
    ['uuid_hold nobody', '-ERR Operation failed\n'],
    ['show channels as json', '{"row_count": 0}\n'],
    ['version short', '1.10.12\n'],
    ['limit_usage hash a b', '0'],
    ['strftime 0|%s', '0'],
    ['global_getvar switchname', 'sw1'],
    ['reloadxml', '+OK [Success]\n'],
  ])('%s', async (command, reply) => {
    expect(await rig.esl.api(command)).toBe(reply);
  });

  it('variables, digits, hold, dump and transfer of a live call', async () => {
    const id = await parked();
    expect(await rig.esl.api(`uuid_setvar ${id} colour red`)).toBe('+OK\n');
    expect(await rig.esl.api(`uuid_getvar ${id} colour`)).toBe('red');
    expect(await rig.esl.api(`uuid_getvar ${id} nothing`)).toBe('_undef_');
    expect(await rig.esl.api(`uuid_hold ${id}`)).toBe('+OK Success\n');
    expect(await rig.esl.api(`uuid_hold off ${id}`)).toBe('+OK Success\n');
    expect(JSON.parse(await rig.esl.api(`uuid_dump ${id} json`))).toMatchObject({ variable_colour: 'red' });
    expect(await rig.esl.api(`uuid_recv_dtmf ${id} 5`)).toBe(`+OK ${id} received DTMF 5.\n`);
    await rig.esl.event((event) => event['DTMF-Digit'] === '5');
    expect(JSON.parse(await rig.esl.api('show channels as json'))).toMatchObject({
      row_count: 1, rows: [{ uuid: id, state: 'CS_EXECUTE', callstate: 'ACTIVE', application: '' }],
    });
    const message = `sendmsg ${id}\ncall-command: execute\nexecute-app-name: set\nexecute-app-arg: b=2`;
    expect(await rig.esl.send(message)).toBe('+OK');
    await rig.esl.event((event) => event['Application-Data'] === 'b%3D2');
    expect(await rig.esl.api(`uuid_transfer ${id} bye`)).toBe('+OK\n');
    await rig.quiet(1);
    expect(rig.product.cdrs[0]?.variables).toMatchObject({ hangup_cause: 'USER_BUSY', colour: 'red', b: '2' });
  });

  it('two who are bridged from outside are at nothing else any more', async () => {
    const [one, other] = [await parked(), await parked()];
    expect(await rig.esl.api(`uuid_bridge ${one} ${other}`)).toBe(`+OK ${other}\n`);
    await rig.esl.event((event) => event['Event-Name'] === 'CHANNEL_BRIDGE');
    const { rows } = JSON.parse(await rig.esl.api('show channels as json')) as { rows: Record<string, string>[] };
    expect(rows.map(({ application, application_data: data }) => [application, data])).toEqual([['uuid_bridge', other], ['uuid_bridge', one]]);
  });

  it('click to dial: the agent first, then the number outside', async () => {
    await rig.agent('1001', PHARMA, `care@${PHARMA}`, { answer: { afterMs: 100 } });
    await rig.control('POST', '/outside', { prefix: '139', answer: { afterMs: 100 }, hangupAfterMs: 400 });
    const target = `{ignore_early_media=true}user/1001@${PHARMA} &bridge(sofia/gateway/trunk/139001)`;
    const reply = await rig.esl.api(`originate ${target}`);
    expect(reply).toMatch(/^\+OK [0-9a-f-]{36}\n$/);
    await rig.esl.event((event) => event['Event-Name'] === 'CHANNEL_BRIDGE');
    await rig.quiet(2);
    const causes = rig.product.cdrs.map(({ variables }) => variables['hangup_cause']);
    expect(causes).toEqual(['NORMAL_CLEARING', 'NORMAL_CLEARING']);
  });

  it('originate tells why it failed', async () => {
    await rig.agent('1001', PHARMA, `care@${PHARMA}`, { reject: 603 });
    expect(await rig.esl.api(`originate user/1001@${PHARMA} &park()`)).toBe('-ERR CALL_REJECTED\n');
    expect(await rig.esl.api(`originate user/9999@${PHARMA} &park()`)).toBe('-ERR SUBSCRIBER_ABSENT\n');
  });
});

describe('calls', () => {
  it('beyond a limit go to limit_exceeded, and hanging up frees the place', async () => {
    const other = await parked();
    const first = await rig.call({ from: '1', to: '5001' });
    await rig.esl.event((event) => event['Event-Name'] === 'CHANNEL_ANSWER' && event['Unique-ID'] === first);
    expect(await rig.esl.api('limit_usage hash pharma calls')).toBe('1');
    const second = await rig.call({ from: '2', to: '5001' });
    await rig.esl.event((event) => event['Event-Name'] === 'CHANNEL_HANGUP' && event['Unique-ID'] === second);
    await rig.esl.api(`uuid_kill ${first}`);
    await rig.esl.api(`uuid_kill ${other}`);
    await rig.quiet(3);
    expect(await rig.esl.api('limit_usage hash pharma calls')).toBe('0');
    expect(await rig.callView(second)).toMatchObject({ state: 'ended' });
    expect((await rig.callView(second)).sipStatus).toBe(503);
  });

  it('without a route, and with an unknown application', async () => {
    const other = await parked();
    const lost = await rig.call({ from: '1', to: '7777' });
    const broken = await rig.call({ from: '1', to: '5002' });
    await rig.esl.api(`uuid_kill ${other}`);
    await rig.quiet(3);
    expect(await rig.callView(lost)).toMatchObject({ sipStatus: 404 });
    expect(await rig.callView(broken)).toMatchObject({ sipStatus: 502 });
  });

  it('find no route while the dialplan cannot be had', async () => {
    rig.product.failing.add('dialplan');
    const id = await rig.call({ from: '1', to: '5000' });
    await rig.quiet(1);
    expect(await rig.callView(id)).toMatchObject({ sipStatus: 404 });
  });
});

describe('CDRs', () => {
  it('carry credentials and the UUID, and go to the spool when the product does not take them', async () => {
    const id = await rig.call({ from: '1', to: '7777' });
    await rig.quiet(1);
    expect(rig.product.cdrs[0]).toMatchObject({
      query: `uuid=${id}`,
      authorization: `Basic ${Buffer.from('switch:cdr-secret').toString('base64')}`,
    });
    rig.product.cdrStatus = 503;
    const spooled = await rig.call({ from: '1', to: '7777' });
    const path = join(rig.spool, `${spooled}.cdr.json`);
    while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 30));
    expect(readdirSync(rig.spool)).toEqual([`${spooled}.cdr.json`]);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ variables: { uuid: spooled } });
  });
});
