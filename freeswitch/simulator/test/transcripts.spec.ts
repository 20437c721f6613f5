import { Rig } from './rig';
import { recordedCdrs, recordedEvents, story } from './recording';

const PHARMA = 'pharma.seatline.test';
const INSURANCE = 'insurance.seatline.test';
const CARE = `care@${PHARMA}`;
const CLAIMS = `claims@${INSURANCE}`;
const CARE_NUMBER = '4008001001';
const CLAIMS_NUMBER = '4008002002';

let rig: Rig;

beforeEach(async () => {
  rig = await new Rig().start();
});

afterEach(() => rig.stop());

/**
 * The simulator tells the same story as the recorded switch, from the first leg on. Each leg is torn down in a thread
 * of its own, after its CDR: every leg must be, but which comes first is chance.
 */
function expectSameStory(name: string): void {
  const from = (lines: string[]): string[] => lines.slice(lines.findIndex((line) => line.includes('CHANNEL_CREATE')));
  const told = from(story(rig.esl.events));
  const recorded = from(story(recordedEvents(name)).filter(isOfTheCall));
  const isTornDown = (line: string): boolean => line.includes('CHANNEL_DESTROY');
  expect(told.filter((line) => !isTornDown(line))).toEqual(recorded.filter((line) => !isTornDown(line)));
  expect(told.filter(isTornDown).sort()).toEqual(recorded.filter(isTornDown).sort());
}

/** A recording may go on after the call with commands of the recorder. */
const isOfTheCall = (line: string): boolean => !/agent-status-change/.test(line);

/** The variables that the product reads must be there in the same legs, with the same values where they are stable. */
function expectSameCdrs(name: string, stable: readonly string[]): void {
  const recorded = recordedCdrs(name);
  expect(rig.product.cdrs).toHaveLength(recorded.length);
  const pick = (variables: Readonly<Record<string, string>>): Record<string, string | undefined> =>
    Object.fromEntries(stable.map((variable) => [variable, variables[variable]]));
  expect(rig.product.cdrs.map((cdr) => pick(cdr.variables))).toEqual(recorded.map((cdr) => pick(cdr.variables)));
  for (const [at, { variables }] of recorded.entries()) {
    const expected = Object.keys(variables).filter((variable) => variable.startsWith('cc_')).sort();
    const actual = Object.keys(rig.product.cdrs[at]?.variables ?? {}).filter((variable) => variable.startsWith('cc_'));
    expect(actual.sort()).toEqual(expected);
  }
}

const STABLE = [
  'direction', 'hangup_cause', 'hangup_cause_q850', 'tenant', 'cc_side', 'cc_queue', 'cc_agent', 'cc_cause',
  'cc_cancel_reason', 'cc_agent_bridged', 'sip_hangup_disposition', 'sip_invite_failure_status', 'sip_term_status',
  'caller_id', 'last_app', 'current_application', 'dialed_user', 'dialed_domain', 'presence_id', 'user_context',
  'endpoint_disposition', 'originate_endpoint', 'last_bridge_role', 'sip_hangup_phrase',
  'sip_from_display', 'origination_caller_id_name', 'digits_dialed',
];

it('answered, and the caller hangs up', async () => {
  await rig.agent('1001', PHARMA, CARE, { answer: { afterMs: 300 } });
  await rig.available(`1001@${PHARMA}`);
  const id = await rig.call({ from: '13800138001', to: CARE_NUMBER, hangupAfterAnswerMs: 2500 });
  await rig.quiet(2);
  expectSameStory('answered-caller-hangs-up');
  expectSameCdrs('answered-caller-hangs-up', STABLE);
  expect(rig.product.cdrs[1]?.variables['uuid']).toBe(id);
  const view = await rig.callView(id);
  expect(view).toMatchObject({ state: 'ended', sipStatus: 200 });
  expect(view.heard.join(' ')).toMatch(/^tone_stream:\/\/%\(2000.* bridge:sofia\/internal\/sip:1001@|bridge:sofia/);
});

it('answered, and the agent hangs up', async () => {
  await rig.agent('1001', PHARMA, CARE, { answer: { afterMs: 300 }, hangupAfterMs: 1200 });
  await rig.available(`1001@${PHARMA}`);
  await rig.call({ from: '13800138002', to: CARE_NUMBER });
  await rig.quiet(2);
  // The two legs end in threads of their own, so which is reported first is chance.
  const legs = (lines: string[]): string[] => lines.filter((line) => !/CHANNEL_(HANGUP_COMPLETE|DESTROY)/.test(line));
  const from = (lines: string[]): string[] =>
    legs(lines.slice(lines.findIndex((line) => line.includes('CHANNEL_CREATE'))));
  expect(from(story(rig.esl.events))).toEqual(from(story(recordedEvents('answered-agent-hangs-up'))));
  rig.product.cdrs.sort((a, b) => (a.variables['direction'] ?? '').localeCompare(b.variables['direction'] ?? ''));
  const recorded = recordedCdrs('answered-agent-hangs-up');
  expect(recorded.map(({ variables }) => variables['direction'])).toEqual(['inbound', 'outbound']);
  expectSameCdrs('answered-agent-hangs-up', STABLE);
});

it('abandoned while nobody is signed in', async () => {
  await rig.agent('1001', PHARMA, CARE, {});
  await rig.call({ from: '13800138003', to: CARE_NUMBER, hangupAfterAnswerMs: 1300 });
  await rig.quiet(1);
  expectSameStory('abandoned-waiting');
  expectSameCdrs('abandoned-waiting', STABLE);
});

it('one agent does not answer, the next does', async () => {
  await rig.agent('1002', PHARMA, CARE, { noAnswer: true }, 1);
  await rig.agent('1001', PHARMA, CARE, { answer: { afterMs: 300 } }, 1);
  await rig.callcenterConfig(`tier set position ${CARE} 1001@${PHARMA} 2`);
  await rig.available(`1001@${PHARMA}`);
  await rig.available(`1002@${PHARMA}`);
  await rig.call({ from: '13800138004', to: CARE_NUMBER, hangupAfterAnswerMs: 3500 });
  await rig.quiet(3);
  const offers = story(rig.esl.events).filter((line) => /agent-offering|bridge-agent|member-queue/.test(line));
  const recorded = story(recordedEvents('no-answer-then-next-agent'));
  expect(offers).toEqual(recorded.filter((line) => /agent-offering|bridge-agent|member-queue/.test(line)));
  expectSameCdrs('no-answer-then-next-agent', STABLE);
});

it('leaves the queue by its timeout', async () => {
  await rig.call({ from: '13800138005', to: CLAIMS_NUMBER });
  await rig.quiet(1);
  expectSameStory('queue-timeout');
  expectSameCdrs('queue-timeout', STABLE);
});

it('an agent who is busy three times, then the timeout', async () => {
  await rig.agent('2001', INSURANCE, CLAIMS, { reject: 486 });
  await rig.available(`2001@${INSURANCE}`);
  await rig.call({ from: '13800138007', to: CLAIMS_NUMBER });
  await rig.quiet(4);
  const cdrs = rig.product.cdrs.map(({ variables }) => variables);
  const refused = cdrs.filter(({ direction }) => direction === 'outbound');
  const [first] = recordedCdrs('agent-busy-until-timeout');
  for (const variables of refused) {
    for (const name of STABLE) expect([name, variables[name]]).toEqual([name, first?.variables[name]]);
    expect(variables['cc_member_pre_answer_uuid']).toBe(cdrs.at(-1)?.['cc_member_uuid']);
  }
  expect(cdrs.at(-1)).toMatchObject({ cc_cause: 'cancel', cc_cancel_reason: 'TIMEOUT' });
  const offers = story(rig.esl.events).filter((line) => /agent-offering|bridge-agent-fail/.test(line));
  expect(new Set(offers)).toEqual(new Set([
    '- CUSTOM agent-offering 2001%40insurance.seatline.test',
    '- CUSTOM bridge-agent-fail 2001%40insurance.seatline.test USER_BUSY',
  ]));
  expect(offers.length).toBe(refused.length * 2);
});

it('two tenants at once, each call with its own agent', async () => {
  await rig.agent('1001', PHARMA, CARE, { answer: { afterMs: 300 } });
  await rig.agent('2001', INSURANCE, CLAIMS, { answer: { afterMs: 300 }, hangupAfterMs: 800 });
  await rig.available(`1001@${PHARMA}`);
  await rig.available(`2001@${INSURANCE}`);
  await rig.call({ from: '13800138008', to: CARE_NUMBER, hangupAfterAnswerMs: 2500 });
  await rig.call({ from: '13900139009', to: CLAIMS_NUMBER });
  await rig.quiet(4);
  const legs = (cdrs: readonly { variables: Readonly<Record<string, string>> }[]): string[] =>
    cdrs.map(({ variables }) => ['direction', 'cc_queue', 'cc_agent'].map((name) => variables[name]).join(' ')).sort();
  expect(legs(rig.product.cdrs)).toEqual(legs(recordedCdrs('two-tenants-at-once')));
});

it('a hostile display name goes through as the recorded switch sends it', async () => {
  await rig.agent('1001', PHARMA, CARE, { answer: { afterMs: 200 } });
  await rig.available(`1001@${PHARMA}`);
  await rig.call({ from: '13800138011', displayName: '&#37;E9 &#37; %FF', to: CARE_NUMBER, hangupAfterAnswerMs: 1500 });
  await rig.quiet(2);
  const names = (events: readonly Readonly<Record<string, string>>[]): Set<string | undefined> =>
    new Set(events.flatMap((event) => [event['Caller-Caller-ID-Name'], event['CC-Member-CID-Name']]).filter(Boolean));
  expect(names(rig.esl.events)).toEqual(names(recordedEvents('hostile-display-name')));
  expectSameCdrs('hostile-display-name', STABLE);
});

it('bytes that are no text reach the event as such', async () => {
  const id = await rig.call({
    from: '13800138012',
    displayNameBase64: Buffer.from([0xff, 0xfe]).toString('base64'),
    to: '4999',
  });
  const event = await rig.esl.event((headers) =>
    headers['Event-Name'] === 'CHANNEL_CREATE' && headers['Unique-ID'] === id);
  expect(event['Caller-Caller-ID-Name']).toBe('%FF%FE');
  await rig.quiet(1);
  expect(rig.product.cdrs[0]?.raw.includes(Buffer.from([0x22, 0xff, 0xfe, 0x22]))).toBe(true);
  expect((await rig.callView(id)).sipStatus).toBe(404);
});
