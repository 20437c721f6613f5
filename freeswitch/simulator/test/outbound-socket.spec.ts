import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { IvrServer } from './ivr-server';
import { recordedEvents, story } from './recording';
import { Rig } from './rig';

const CARE = 'care@pharma.seatline.test';
const QUESTION = "1 1 2 4000 # 'tone_stream://%(400,200,600);loops=2' silence_stream://250 menu_choice [123] 3000";
const LOG = join(__dirname, '../../../test/fixtures/transcripts/ivr-digit-then-queue.outbound.log');

let rig: Rig;
let ivr: IvrServer;

beforeEach(async () => {
  rig = await new Rig().start();
});

afterEach(async () => {
  ivr.close();
  await rig.stop();
});

async function serve(options: string, script: (server: IvrServer) => Promise<void>): Promise<void> {
  ivr = new IvrServer(script);
  const port = await ivr.listen();
  rig.product.dialplan = `<extension name="menu"><condition field="destination_number" expression="^4008001002$">
    <action application="set" data="tenant=pharma"/>
    <action application="socket" data="127.0.0.1:${port} ${options}"/></condition></extension>`;
}

it('a menu, a digit, and the queue: as recorded', async () => {
  await serve('async full', async (server) => {
    server.send('connect');
    server.send('myevents');
    server.send('linger 1');
    server.execute('answer', '');
    server.execute('play_and_get_digits', QUESTION);
    const asked = await server.event((event) =>
      event['Event-Name'] === 'CHANNEL_EXECUTE_COMPLETE' && event['Application'] === 'play_and_get_digits');
    expect(asked['variable_menu_choice']).toBe('1');
    server.execute('set', 'tenant=pharma');
    server.execute('callcenter', CARE);
  });
  await rig.agent('1001', 'pharma.seatline.test', CARE, { answer: { afterMs: 300 } });
  await rig.available('1001@pharma.seatline.test');
  await rig.call({
    from: '13800138020', to: '4008001002', digits: [{ afterMs: 1500, digits: '1' }], hangupAfterAnswerMs: 4000,
  });
  await rig.quiet(2);
  const told = (lines: string[]): string[] =>
    lines.slice(lines.findIndex((line) => line.includes('CHANNEL_CREATE')))
      .filter((line) => !/CHANNEL_(DESTROY|HANGUP_COMPLETE)|agent-status/.test(line));
  expect(told(story(rig.esl.events))).toEqual(told(story(recordedEvents('ivr-digit-then-queue'))));

  const recorded = readFileSync(LOG, 'latin1').split('\n').filter((line) => line.startsWith('<<<'));
  const replies = ['connect', '+OK Events Enabled', '+OK will linger'].slice(1);
  for (const reply of replies) {
    expect(recorded.some((line) => line.includes(reply))).toBe(true);
    expect(ivr.received.some(({ headers }) => headers['Reply-Text']?.startsWith(reply))).toBe(true);
  }
  const [first] = ivr.received;
  expect(first?.headers).toMatchObject({
    'Event-Name': 'CHANNEL_DATA', 'Content-Type': 'command/reply', 'Socket-Mode': 'async', Control: 'full',
    'Channel-Destination-Number': '4008001002',
  });
  expect(ivr.events().every((event) => event['Unique-ID'] === first?.headers['Unique-ID'])).toBe(true);
});

it('nothing is sent before connect', async () => {
  await serve('async full', async () => undefined);
  await rig.call({ from: '13800138021', to: '4008001002', hangupAfterMs: 600 });
  await rig.quiet(1);
  expect(ivr.received.filter(({ headers }) => headers['Content-Type'] !== 'text/disconnect-notice')).toEqual([]);
});

it('without full there is no api, and a hang-up command ends the call', async () => {
  await serve('async', async (server) => {
    server.send('connect');
    server.send('api status');
    server.send('sendmsg\ncall-command: hangup\nhangup-cause: USER_BUSY');
  });
  const id = await rig.call({ from: '13800138022', to: '4008001002' });
  await rig.quiet(1);
  expect(ivr.received.some(({ headers }) => headers['Reply-Text'] === '-ERR command not found')).toBe(true);
  expect((await rig.callView(id)).sipStatus).toBe(486);
});

it('where nobody listens the dialplan goes on', async () => {
  await serve('async full', async () => undefined);
  ivr.close();
  const id = await rig.call({ from: '13800138023', to: '4008001002' });
  await rig.quiet(1);
  expect(rig.product.cdrs[0]?.variables).toMatchObject({ uuid: id, hangup_cause: 'NORMAL_CLEARING' });
});

it('keys that are sensitive stand in no event and not in the CDR', async () => {
  await serve('async full', async (server) => {
    server.send('connect');
    server.send('myevents');
    server.execute('answer', '');
    server.execute('set', 'sensitive_dtmf=true');
    server.execute('play_and_get_digits', "1 4 1 3000 # silence_stream://100 silence_stream://100 secret '[0-9]+' 3000");
    const asked = await server.event((event) => event['Event-Name'] === 'CHANNEL_EXECUTE_COMPLETE' && event['Application'] === 'play_and_get_digits');
    expect(asked['variable_secret']).toBe('4711');
    server.execute('unset', 'secret');
    server.execute('hangup', 'NORMAL_CLEARING');
  });
  await rig.call({ from: '13800138024', to: '4008001002', digits: [{ afterMs: 600, digits: '4711' }] });
  await rig.quiet(1);
  expect(rig.product.cdrs[0]?.variables['digits_dialed']).toBe('none');
  expect(rig.product.cdrs[0]?.raw.toString()).not.toContain('4711');
  expect(ivr.events().filter((event) => event['Event-Name'] === 'DTMF')).toEqual([]);
});
