import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { parseConfig } from '../../freeswitch/simulator/config';
import { type RunningSimulator, startSimulator } from '../../freeswitch/simulator/simulator';
import { EslClient } from '../../freeswitch/simulator/test/esl-client';
import { chooseLoopbackPort } from '../../scripts/services/loopback-port';
import { readConfig } from '../../src/platform/config/config';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { ProcessModule } from '../../src/process.module';
import { SwitchModule } from '../../src/switch.module';
import { Reconciler } from '../../src/telephony/reconciler/reconciler.service';
import { applyTenant, startTestApi, SWITCH_SECRET, type TestApi } from '../factories/api';
import { eventually } from '../factories/switch';

// the reconciler over real sockets: our api and database, and a simulated switch that somebody else meddles with

const DOMAIN = 'pharma.seatline.test';
const CARE = `care@${DOMAIN}`;
const AGENT = `1001@${DOMAIN}`;

let api: TestApi;
let simulator: RunningSimulator;
let switchProcess: INestApplicationContext;
let esl: EslClient;

beforeAll(async () => {
  api = await startTestApi();
  await applyTenant(api.app, 'pharma');
  const credentials = { username: 'switch', password: SWITCH_SECRET };
  const config = {
    eventSocket: { password: api.environment['ESL_PASSWORD'] },
    xml: { url: `${api.url}/switch/xml`, ...credentials },
    cdr: { url: `${api.url}/switch/cdr`, ...credentials },
  };
  simulator = await startSimulator(parseConfig(JSON.stringify(config)));
  esl = await EslClient.open(simulator.ports.eventSocket, api.environment['ESL_PASSWORD']);
  await esl.send('event plain API');
  const environment = { ...api.environment, ESL_PORT: String(simulator.ports.eventSocket), IVR_PORT: String(await chooseLoopbackPort()) };
  switchProcess = await NestFactory.createApplicationContext(ProcessModule.of(readConfig(environment), SwitchModule), { logger: false });
  await switchProcess.init();
});
afterAll(async () => {
  await switchProcess.close();
  esl.close();
  await simulator.stop();
  await api.stop();
});

const sql = (statement: string, parameters: unknown[] = []) => api.app.get(ProviderDatabase).sql(statement, parameters);
const reconcile = () => switchProcess.get(Reconciler).request();

/** Changes the database as the program does: what the api has cached of pharma is stale. */
async function change(statement: string): Promise<void> {
  await sql(statement);
  await sql('UPDATE tenant_revisions SET revision = revision + 1');
}

type Row = Record<string, string | number>;

async function list(what: string): Promise<Row[]> {
  const request = { command: 'callcenter_config', data: { arguments: what } };
  return (JSON.parse(await esl.api(`json ${JSON.stringify(request)}`)) as { response: Row[] }).response;
}

const agents = () => list('agent list');
const tiers = () => list('tier list');
const queues = () => list('queue list');
const agentNamed = async (name: string) => (await agents()).find((agent) => agent['name'] === name);

/** Everything that the tenant's file asks of the switch. */
async function asDeclared(): Promise<boolean> {
  const [allAgents, allTiers] = [await agents(), await tiers()];
  const outline = allTiers.map((tier) => `${tier['queue']} ${tier['agent']} ${tier['level']}/${tier['position']}`).sort();
  const names = (numbers: number[]) => numbers.map((number) => `${number}@${DOMAIN}`);
  return (
    allAgents.map((agent) => agent['name']).sort().join() === names([1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008]).join() &&
    allAgents.every((agent) => agent['wrap_up_time'] === '3' && agent['no_answer_delay_time'] === '5') &&
    allAgents.every((agent) => agent['status'] === 'Logged Out') &&
    outline.join() ===
      [
        ...names([1001, 1002, 1003, 1004, 1005, 1006]).map((name) => `${CARE} ${name} 0/1`),
        // by skill: each has a position of his own
        ...names([1001, 1002]).map((name, nth) => `vip@${DOMAIN} ${name} 1/${3 + nth}`),
        ...names([1007, 1008]).map((name, nth) => `vip@${DOMAIN} ${name} 0/${1 + nth}`),
      ].join()
  );
}

/** What the switch was asked to do, without what only reads. Both begin with the command's name. */
function orders(): string[] {
  return esl.events
    .filter((event) => event['Event-Name'] === 'API')
    .map((event) => `${event['API-Command']} ${decodeURIComponent(event['API-Command-Argument'] ?? '')}`)
    .filter((command) => !/^(json|show|global_getvar) /.test(command));
}

const looks = () => esl.events.filter((event) => event['API-Command'] === 'show').length;

it('brings the tenants to a switch that knows nothing', async () => {
  expect(await eventually(asDeclared)).toBe(true);
  expect((await queues()).map((queue) => queue['name']).sort()).toEqual([CARE, `vip@${DOMAIN}`]);
});

it('does nothing where nothing is wrong', async () => {
  await eventually(asDeclared);
  const [before, seen] = [orders(), looks()];
  for (let round = 1; round <= 3; round += 1) {
    reconcile();
    await eventually(async () => looks() >= seen + round);
  }
  expect(orders()).toEqual(before);
});

it.each([
  ['an agent is missing', [`agent del ${AGENT}`]],
  ['there is an agent too many', [`agent add 9999@${DOMAIN} callback`, `tier add ${CARE} 9999@${DOMAIN} 1 1`]],
  ["another's agent is in a queue", ['agent add 1001@nobody.test callback', `tier add ${CARE} 1001@nobody.test 0 1`]],
  ['a tier is missing', [`tier del ${CARE} ${AGENT}`]],
  ['a tier is at another level', [`tier set level ${CARE} ${AGENT} 7`]],
  ['a tier is at another position', [`tier set position ${CARE} ${AGENT} 7`]],
  ['an agent has another time', [`agent set wrap_up_time ${AGENT} 99`]],
  ['an agent is available and should be logged out', [`agent set status ${AGENT} 'Available'`]],
])('mends it when %s', async (_what, commands) => {
  await eventually(asDeclared);
  for (const command of commands) expect(await esl.api(`callcenter_config ${command}`)).toBe('+OK\n');
  expect(await asDeclared()).toBe(false);
  reconcile();
  expect(await eventually(asDeclared)).toBe(true);
});

it('follows a changed setting into the loaded queue', async () => {
  const waitOf = async () => String((await queues()).find((queue) => queue['name'] === CARE)?.['max_wait_time']);
  expect(await waitOf()).toBe('60');
  await change("UPDATE queues SET settings = JSON_SET(settings, '$.maxWaitTime', 33) WHERE name = 'care'");
  reconcile();
  expect(await eventually(async () => (await waitOf()) === '33')).toBe(true);
  await change("UPDATE queues SET settings = JSON_SET(settings, '$.maxWaitTime', 60) WHERE name = 'care'");
  reconcile();
  expect(await eventually(async () => (await waitOf()) === '60')).toBe(true);
});

it("unloads a queue that is nobody's any more", async () => {
  const spare = `spare@${DOMAIN}`;
  const isLoaded = async () => (await queues()).some((queue) => queue['name'] === spare);
  await change(
    `INSERT INTO queues (tenant_id, id, name, settings, version, created_at)
     SELECT tenant_id, REPLACE(id, 'que_', 'sp__'), 'spare', settings, version, created_at FROM queues WHERE name = 'care'`,
  );
  expect(await esl.api(`callcenter_config queue load ${spare}`)).toBe('+OK\n');
  expect(await isLoaded()).toBe(true);
  await change("DELETE FROM queues WHERE name = 'spare'");
  reconcile();
  expect(await eventually(async () => !(await isLoaded()))).toBe(true);
});

it('frees an agent who is busy with no call', async () => {
  expect(await esl.api(`callcenter_config agent set state ${AGENT} 'In a queue call'`)).toBe('+OK\n');
  reconcile();
  expect(await eventually(async () => (await agentNamed(AGENT))?.['state'] === 'Waiting')).toBe(true);
});

it('queues a caller again whom the queue has forgotten', async () => {
  const control = `http://127.0.0.1:${simulator.ports.control}/calls`;
  const placed = await fetch(control, { method: 'POST', body: JSON.stringify({ from: '13800138001', to: '4008001001' }) });
  const { callId } = (await placed.json()) as { callId: string };
  const waits = async () =>
    (await list('member list')).some((member) => member['session_uuid'] === callId && member['state'] === 'Waiting');
  await eventually(waits);
  // the configuration cannot be fetched for a moment: the queue is gone, and with it the rows of its callers
  await change("UPDATE tenants SET removed_at = NOW(3) WHERE slug = 'pharma'");
  await esl.api(`callcenter_config queue unload ${CARE}`);
  await eventually(async () => !(await waits()));
  await change("UPDATE tenants SET removed_at = NULL WHERE slug = 'pharma'");
  reconcile();
  expect(await eventually(waits)).toBe(true);
  expect(((await (await fetch(`${control}/${callId}`)).json()) as { state: string }).state).toBe('answered');
  await fetch(`${control}/${callId}/hangup`, { method: 'POST', body: '{}' });
  expect(await eventually(asDeclared)).toBe(true);
});
