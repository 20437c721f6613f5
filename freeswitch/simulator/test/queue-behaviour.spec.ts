import type { Headers } from './esl-client';
import { Rig } from './rig';

const PHARMA = 'pharma.seatline.test';
const CARE = `care@${PHARMA}`;

let rig: Rig;

beforeEach(async () => {
  rig = await new Rig().start();
});

afterEach(() => rig.stop());

const action = (name: string) => (event: Headers): boolean => event['CC-Action'] === name;

function setQueue(params: Record<string, string>): void {
  rig.product.queueParams[CARE] = { ...rig.product.queueParams[CARE], ...params };
}

const statusOf = (agent: string): Promise<string> => rig.callcenterConfig(`agent get status ${agent}@${PHARMA}`);

it('ring-all rings everybody; the first to answer has the caller and the others lose the race', async () => {
  setQueue({ strategy: 'ring-all' });
  await rig.agent('1001', PHARMA, CARE, { noAnswer: true });
  await rig.agent('1002', PHARMA, CARE, { answer: { afterMs: 300 } });
  await rig.available(`1001@${PHARMA}`);
  await rig.available(`1002@${PHARMA}`);
  await rig.call({ from: '13800138101', to: '4008001001', hangupAfterAnswerMs: 2000 });
  await rig.quiet(3);
  const causes = rig.product.cdrs.map(({ variables }) => `${variables['cc_agent']} ${variables['hangup_cause']}`);
  expect(causes.sort()).toEqual([
    `1001%40${PHARMA} LOSE_RACE`, `1002%40${PHARMA} NORMAL_CLEARING`, `1002%40${PHARMA} NORMAL_CLEARING`,
  ]);
  expect(await statusOf('1001')).toBe('Available');
});

it('an agent who misses too many calls goes on break', async () => {
  await rig.agent('1001', PHARMA, CARE, { noAnswer: true }, 1);
  await rig.callcenterConfig(`agent set max_no_answer 1001@${PHARMA} 1`);
  await rig.available(`1001@${PHARMA}`);
  const id = await rig.call({ from: '13800138102', to: '4008001001' });
  const event = await rig.esl.event(action('agent-max-no-answer'));
  expect(event).toMatchObject({ 'CC-Agent-No-Answer-Count': '1', 'CC-Agent-No-Answer-Status': 'On%20Break' });
  expect(await statusOf('1001')).toBe('On Break');
  await rig.control('POST', `/calls/${id}/hangup`);
  await rig.quiet(2);
});

it('a failed directory look-up counts as no answer: a whole team can go on break', async () => {
  await rig.agent('1001', PHARMA, CARE, { answer: { afterMs: 0 } });
  await rig.callcenterConfig(`agent set max_no_answer 1001@${PHARMA} 1`);
  await rig.available(`1001@${PHARMA}`);
  rig.product.failing.add('directory');
  await rig.call({ from: '13800138103', to: '4008001001', hangupAfterAnswerMs: 1200 });
  expect(await rig.esl.event(action('bridge-agent-fail'))).toMatchObject({ 'CC-Hangup-Cause': 'SUBSCRIBER_ABSENT' });
  expect(await statusOf('1001')).toBe('On Break');
  await rig.quiet(1);
});

it('a phone that is not registered costs five seconds, no status', async () => {
  await rig.agent('1001', PHARMA, CARE, {});
  await rig.control('POST', `/phones/1001@${PHARMA}/unregister`);
  await rig.callcenterConfig(`agent set max_no_answer 1001@${PHARMA} 1`);
  await rig.available(`1001@${PHARMA}`);
  await rig.call({ from: '13800138104', to: '4008001001', hangupAfterAnswerMs: 900 });
  expect(await rig.esl.event(action('bridge-agent-fail'))).toMatchObject({ 'CC-Hangup-Cause': 'USER_NOT_REGISTERED' });
  expect(await statusOf('1001')).toBe('Available');
  await rig.quiet(1);
});

it('a caller who gives up while an agent rings: the offer is cancelled without penalty', async () => {
  await rig.agent('1001', PHARMA, CARE, { noAnswer: true });
  await rig.available(`1001@${PHARMA}`);
  await rig.call({ from: '13800138105', to: '4008001001', hangupAfterAnswerMs: 1000 });
  await rig.quiet(2);
  expect(await rig.esl.event(action('bridge-agent-fail'))).toMatchObject({ 'CC-Hangup-Cause': 'ORIGINATOR_CANCEL' });
  const { response } = await rig.callcenterJson({ arguments: 'agent list' });
  expect(response).toMatchObject([{ no_answer_count: '0', ready_time: '0', state: 'Waiting' }]);
});

it('going on break cancels a ringing offer', async () => {
  await rig.agent('1001', PHARMA, CARE, { noAnswer: true });
  await rig.available(`1001@${PHARMA}`);
  const id = await rig.call({ from: '13800138106', to: '4008001001' });
  await rig.esl.event((event) => event['Event-Name'] === 'CHANNEL_PROGRESS');
  await rig.callcenterConfig(`agent set status 1001@${PHARMA} 'On Break'`);
  expect(await rig.esl.event(action('bridge-agent-fail'))).toMatchObject({ 'CC-Hangup-Cause': 'ORIGINATOR_CANCEL' });
  await rig.control('POST', `/calls/${id}/hangup`);
  await rig.quiet(2);
});

it('an agent available on demand is idle after a call', async () => {
  await rig.agent('1001', PHARMA, CARE, { answer: { afterMs: 100 }, hangupAfterMs: 300 });
  await rig.callcenterConfig(`agent set status 1001@${PHARMA} 'Available (On Demand)'`);
  await rig.call({ from: '13800138107', to: '4008001001' });
  await rig.quiet(2);
  expect(await rig.callcenterConfig(`agent get state 1001@${PHARMA}`)).toBe('Idle');
});

it('leaves with an exit key, and the dialplan goes on', async () => {
  rig.product.dialplan = `<extension name="exit"><condition field="destination_number" expression="^4008001009$">
    <action application="set" data="cc_exit_keys=9"/><action application="callcenter" data="${CARE}"/>
    <action application="set" data="left_by=\${cc_exit_key}"/></condition></extension>`;
  await rig.call({ from: '13800138108', to: '4008001009', digits: [{ afterMs: 400, digits: '19' }] });
  await rig.quiet(1);
  expect(rig.product.cdrs[0]?.variables).toMatchObject({ left_by: '9', cc_cancel_reason: 'EXIT_WITH_KEY' });
});

it('leaves when nobody has been signed in for too long', async () => {
  setQueue({ 'max-wait-time-with-no-agent': '1', 'max-wait-time-with-no-agent-time-reached': '1' });
  await rig.call({ from: '13800138109', to: '4008001001' });
  await rig.quiet(1);
  expect(rig.product.cdrs[0]?.variables).toMatchObject({ cc_cause: 'cancel', cc_cancel_reason: 'NO_AGENT_TIMEOUT' });
});

it('one who calls again takes the old place where the queue allows it', async () => {
  setQueue({ 'abandoned-resume-allowed': 'true' });
  await rig.call({ from: '13800138110', to: '4008001001', hangupAfterAnswerMs: 600 });
  await rig.quiet(1);
  await rig.call({ from: '13800138110', to: '4008001001', hangupAfterAnswerMs: 600 });
  const resumed = await rig.esl.event(action('member-queue-resume'));
  expect(resumed['CC-Member-UUID']).toBe(rig.product.cdrs[0]?.variables['cc_member_uuid']);
  await rig.quiet(2);
});

it('a queue that cannot be refetched while a caller waits forgets the caller, who hears on', async () => {
  const id = await rig.call({ from: '13800138111', to: '4008001001' });
  await rig.esl.event(action('member-queue-start'));
  rig.product.failing.add('configuration');
  await rig.callcenterConfig(`queue reload ${CARE}`);
  const gone = async (): Promise<boolean> => (await rig.callcenterConfig(`queue count members ${CARE}`)) === '0\n';
  while (!(await gone())) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await rig.esl.api(`uuid_exists ${id}`)).toBe('true');
  await rig.control('POST', `/calls/${id}/hangup`);
  await rig.quiet(1);
});

it('agents, tiers and status survive a restart; states and queues do not', async () => {
  await rig.agent('1001', PHARMA, CARE, {});
  await rig.available(`1001@${PHARMA}`);
  await rig.callcenterConfig(`agent set state 1001@${PHARMA} Idle`);
  await rig.callcenterConfig(`tier set state ${CARE} 1001@${PHARMA} Standby`);
  await rig.restart();
  expect(await statusOf('1001')).toBe('Available');
  expect(await rig.callcenterConfig(`agent get state 1001@${PHARMA}`)).toBe('Waiting');
  expect(await rig.callcenterConfig('tier list')).toContain(`${CARE}|1001@${PHARMA}|Ready|1|1`);
  expect(await rig.callcenterConfig('queue count')).toBe('0\n');
});

it('does not load where its configuration cannot be had, and then there is no such command', async () => {
  rig.product.failing.add('configuration');
  await rig.restart();
  expect(await rig.callcenterConfig('agent list')).toBe('-ERR callcenter_config Command not found!\n');
});
