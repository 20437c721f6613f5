import { Rig } from './rig';

const CARE = 'care@pharma.seatline.test';
const AGENT = '1001@pharma.seatline.test';

let rig: Rig;

beforeAll(async () => {
  rig = await new Rig().start();
});

afterAll(() => rig.stop());

const run = (command: string): Promise<string> => rig.esl.api(`callcenter_config ${command}`.trim());

const json = (data: object): Promise<Record<string, unknown>> => rig.callcenterJson(data);

// In order: later lines rely on earlier ones.
it.each([
  ['agent', '-ERR Invalid!\n'],
  ['nonsense list', '-ERR no reply\n'],
  ['agent nonsense', '-ERR no reply\n'],
  ['agent list', '+OK\n'],
  [`agent add ${AGENT}`, '-ERR Invalid!\n'],
  [`agent add ${AGENT} robot`, '-ERR Agent type invalid!\n'],
  [`agent add ${AGENT} callback`, '+OK\n'],
  [`agent add ${AGENT} callback`, '-ERR Agent already exist!\n'],
  [`agent get status ${AGENT}`, 'Logged Out'],
  [`agent get state ${AGENT}`, 'Waiting'],
  [`agent get contact ${AGENT}`, '-ERR Invalid Agent Update KEY!\n'],
  ['agent get status nobody@x', '-ERR Agent not found!\n'],
  [`agent set status ${AGENT} On Break`, '-ERR Invalid Agent Status!\n'],
  [`agent set status ${AGENT} 'On Break'`, '+OK\n'],
  [`agent set status ${AGENT} Available (On Demand)`, '+OK\n'],
  [`agent get status ${AGENT}`, 'Available'],
  [`agent set status ${AGENT} 'Available (On Demand)'`, '+OK\n'],
  [`agent get status ${AGENT}`, 'Available (On Demand)'],
  [`agent set status ${AGENT} available`, '+OK\n'],
  [`agent get status ${AGENT}`, 'available'],
  [`agent set state ${AGENT} Sleeping`, '-ERR Invalid Agent State!\n'],
  [`agent set type ${AGENT} robot`, '-ERR Invalid Agent Type!\n'],
  [`agent set colour ${AGENT} red`, '-ERR Invalid Agent Update KEY!\n'],
  ['agent set status nobody@x Available', '-ERR Agent not found!\n'],
  [`agent set status ${AGENT}`, '-ERR Invalid!\n'],
  [`agent set state_if_waiting ${AGENT} Reserved`, '-ERR Agent not found!\n'],
  [`agent set contact ${AGENT} [leg_timeout=8]user/${AGENT}`, '+OK\n'],
  ['agent reload nobody@x', '+OK\n'],
  [`tier add ${CARE} nobody@x`, '-ERR Agent not found!\n'],
  [`tier add nowhere@x ${AGENT}`, '-ERR Queue not found!\n'],
  [`tier add ${CARE} ${AGENT}`, '+OK\n'],
  [`tier add ${CARE} ${AGENT}`, '-ERR Tier already exist!\n'],
  [`tier set level ${CARE} ${AGENT} 2`, '+OK\n'],
  [`tier set state ${CARE} ${AGENT} Sleeping`, '-ERR Invalid Tier State!\n'],
  [`tier set colour ${CARE} ${AGENT} red`, '-ERR Invalid Tier Update KEY!\n'],
  [`tier set level nowhere@x ${AGENT} 2`, '-ERR Unknown Error!\n'],
  ['tier list', `queue|agent|state|level|position\n${CARE}|${AGENT}|Ready|2|1\n+OK\n`],
  ['tier reload all', '-ERR Unknown Error!\n'],
  [`tier del ${CARE} nobody@x`, '+OK\n'],
  ['queue load nowhere@x', '-ERR Invalid Queue not found!\n'],
  [`queue load ${CARE}`, '+OK\n'],
  ['queue count', '1\n'],
  [`queue count agents ${CARE}`, '1\n'],
  [`queue count agents ${CARE} Available`, '0\n'],
  [`queue count members ${CARE}`, '0\n'],
  [`queue count tiers ${CARE}`, '1\n'],
  [`queue list members ${CARE}`, '+OK\n'],
  [`queue list nonsense ${CARE}`, '-ERR Invalid!\n'],
  ['queue unload nowhere@x', '+OK\n'],
  ['queue reload nowhere@x', '-ERR Invalid Queue not found!\n'],
])('callcenter_config %s', async (command, reply) => {
  expect(await run(command)).toBe(reply);
});

it('without arguments prints its usage', async () => {
  expect(await run('')).toMatch(/^-USAGE: \ncallcenter_config <target> <args>,\n/);
});

it('lists agents in a table with every column', async () => {
  const [head, row, end] = (await run(`agent list ${AGENT}`)).split('\n');
  expect(head).toBe('name|instance_id|uuid|type|contact|status|state|max_no_answer|wrap_up_time|reject_delay_time|'
    + 'busy_delay_time|no_answer_delay_time|last_bridge_start|last_bridge_end|last_offered_call|last_status_change|'
    + 'no_answer_count|calls_answered|talk_time|ready_time|external_calls_count');
  expect(row).toMatch(/^1001@pharma\.seatline\.test\|single_box\|\(null\)\|callback\|\[leg_timeout=8\]user\/1001@/);
  expect(end).toBe('+OK');
});

it('lists queues in a table', async () => {
  const [head, row] = (await run('queue list')).split('\n');
  expect(head).toMatch(/^name\|strategy\|moh_sound\|time_base_score\|tier_rules_apply\|/);
  expect(row).toBe(`${CARE}|longest-idle-agent|tone_stream://%(2000,4000,440,480);loops=-1|queue|false|0|false|true|60|`
    + 'false|60|0|5|(null)|0|0|0|true|On Break');
});

it('tells the same as JSON, with all values strings', async () => {
  expect(await json({ arguments: 'agent list' })).toMatchObject({
    status: 'success', response: [{ name: AGENT, status: 'available', max_no_answer: '0' }],
  });
  expect(await json({ arguments: 'tier list' })).toMatchObject({
    response: [{ queue: CARE, agent: AGENT, state: 'Ready', level: '2', position: '1' }],
  });
  expect(await json({ arguments: 'queue list agents', queue_name: CARE })).toMatchObject({
    response: [{ name: AGENT }],
  });
  expect(await json({ arguments: 'queue list members', queue_name: CARE })).toMatchObject({ response: [] });
  expect(await json({ arguments: 'queue list tiers', queue_name: CARE })).toMatchObject({ response: [{ level: '2' }] });
  expect(await json({ arguments: 'member list' })).toMatchObject({ response: [] });
  expect(await json({ arguments: 'queue list' })).toMatchObject({ response: [{ name: CARE, max_wait_time: 60 }] });
  expect(await json({ arguments: 'queue list agents' })).toMatchObject({
    status: 'error', response: { error: 'Missing data attribute: queue_name' },
  });
  expect(await json({ arguments: 'nonsense' })).toMatchObject({ status: 'error' });
  expect(await rig.esl.api('json {')).toBe('-ERR Parse error.\n');
});

it('deleting an agent deletes its tiers', async () => {
  expect(await run(`agent del ${AGENT}`)).toBe('+OK\n');
  expect(await run('tier list')).toBe('+OK\n');
});

it('a queue whose refetch fails is gone', async () => {
  rig.product.failing.add('configuration');
  expect(await run(`queue reload ${CARE}`)).toBe('-ERR Invalid Queue not found!\n');
  expect(await run('queue count')).toBe('0\n');
  rig.product.failing.clear();
});
