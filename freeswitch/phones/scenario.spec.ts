import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyCapture } from './key-capture';
import { type CallRequest, type PhoneBehaviour } from './phones';
import { callScenario, dialScenario, fillScenario, phoneScenario, type ScenarioValues } from './scenario';

const DAY = 86_400_000;

describe('fillScenario', () => {
  it('fills each place', () => {
    expect(fillScenario('{{a}}-{{b}}-{{a}}', { a: 1, b: '$&' })).toBe('1-$&-1');
  });
  it('names a place that has no value', () => {
    expect(() => fillScenario('{{a}}{{c}}', { a: 1 })).toThrow('{{c}}');
  });
});

describe('phoneScenario', () => {
  it.each<[PhoneBehaviour, string, ScenarioValues]>([
    [{ kind: 'answer', afterMs: 700 }, 'answering-phone.xml', { answerAfterMs: 700, hangupAfterMs: DAY }],
    [
      { kind: 'answer', afterMs: 700, hangupAfterMs: 4000 },
      'answering-phone.xml',
      { answerAfterMs: 700, hangupAfterMs: 4000 },
    ],
    [{ kind: 'no-answer' }, 'answering-phone.xml', { answerAfterMs: DAY, hangupAfterMs: DAY }],
    [
      { kind: 'reject', status: 486 },
      'refusing-phone.xml',
      { status: 486, reason: 'Busy Here', refuseAfterMs: 0 },
    ],
    [
      { kind: 'reject', status: 603, afterMs: 900 },
      'refusing-phone.xml',
      { status: 603, reason: 'Decline', refuseAfterMs: 900 },
    ],
  ])('plays %j', (behaviour, template, values) => {
    expect(phoneScenario(behaviour)).toEqual({ template, values });
    const text = readFileSync(join(__dirname, 'sipp', template), 'utf8');
    expect(fillScenario(text, { ...values, mediaDir: '/media' })).not.toContain('{{');
  });
});

describe('callScenario', () => {
  const plain: CallRequest = { from: '13800138001', to: '4008001001' };

  it('stays until the switch hangs up unless told otherwise', () => {
    expect(callScenario(plain).values).toMatchObject({ displayName: '', hangupAfterMs: DAY });
    expect(callScenario({ ...plain, hangupAfterAnswerMs: 3000 }).values).toMatchObject({ hangupAfterMs: 3000 });
  });

  it('presses digits at their time after the answer, 300 ms each, and hangs up at its own', () => {
    // '1' at 500 is through at 800; '2#' at 2000: 1200 more to wait, through at 2600; hang-up at 5000: 2400 later.
    const digits = [
      { afterMs: 500, digits: '1' },
      { afterMs: 2000, digits: '2#' },
    ];
    const { steps, values, keys } = callScenario({ ...plain, digits, hangupAfterAnswerMs: 5000 });
    const played = [...steps.matchAll(/milliseconds="(\d+)"|(\d+)\.pcap/g)].map(([, ms, key]) => (key === undefined ? Number(ms) : `key ${key}`));
    expect(played).toEqual([500, 'key 0', 300, 1200, 'key 1', 300, 'key 2', 300]);
    expect(keys).toEqual([keyCapture('1', 0, 500), keyCapture('2', 1, 2000), keyCapture('#', 2, 2300)]);
    expect(values['hangupAfterMs']).toBe(2400);
  });

  it('sends a hostile display name as it is', () => {
    expect(callScenario({ ...plain, displayName: '%E9 % %FF' }).values['displayName']).toBe('"%E9 % %FF" ');
  });

  it.each<[Partial<CallRequest>, RegExp]>([
    [{ from: '1 3' }, /^from: /],
    [{ to: 'a@b' }, /^to: /],
    [{ displayName: 'x]]>' }, /^displayName: /],
    [{ displayName: 'x\r\nX: y' }, /^displayName: /],
    [{ digits: [{ afterMs: 0, digits: '1A' }] }, /^digits: /],
    [{ hangupAfterMs: 1, hangupAfterAnswerMs: 1 }, /^hangupAfterMs/],
  ])('refuses %j', (change, problem) => {
    expect(() => callScenario({ ...plain, ...change })).toThrow(problem);
  });
});

describe('dialScenario', () => {
  const account = { domain: 'a.test', user: '1001', password: 'secret' };

  it('shows the credential of the seat and dials at its own domain', () => {
    const { template, values } = dialScenario({ account, to: '1002', hangupAfterAnswerMs: 2500 });
    expect(template).toBe('phone-caller.xml');
    expect(values).toEqual({
      domain: 'a.test', from: '1001', authUser: '1001', password: 'secret', toHost: 'a.test', to: '1002',
      hangupAfterMs: 2500,
    });
  });

  it('fills every place of its template', () => {
    const { template, values } = dialScenario({ account: { ...account, toHost: 'b.test' }, to: '1002' });
    const text = readFileSync(join(__dirname, 'sipp', template), 'utf8');
    expect(fillScenario(text, { ...values, mediaDir: '/media' })).toContain('INVITE sip:1002@b.test SIP/2.0');
  });

  it.each([
    ['what is dialled', { account, to: '1 2' }, 'to: "1 2"'],
    ['the host', { account: { ...account, toHost: 'b;x' }, to: '1' }, 'toHost: "b;x"'],
    ['a password with brackets', { account: { ...account, password: '[x]' }, to: '1' }, 'password: must'],
    ['two limits', { account, to: '1', hangupAfterMs: 1, hangupAfterAnswerMs: 1 }, 'give one of them'],
  ])('refuses %s', (_what, request, message) => {
    expect(() => dialScenario(request)).toThrow(message);
  });
});
