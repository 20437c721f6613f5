import { keyCapture } from './key-capture';
import { type CallRequest, type DialRequest, type DigitPresses, type PhoneBehaviour } from './phones';

/** Values of a scenario template's `{{name}}` places. */
export type ScenarioValues = Record<string, string | number>;

/** Stands for "never" where SIPp wants milliseconds: one day. */
const NEVER_MS = 86_400_000;

/** A key is 200 ms long; the next may start once it is through and a gap was heard. */
const DIGIT_MS = 300;

const REASONS = { 480: 'Temporarily Unavailable', 486: 'Busy Here', 603: 'Decline' } as const;

/** @throws Error naming a place that has no value, and so a misspelt template */
export function fillScenario(template: string, values: ScenarioValues): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the scenario has no value for {{${name}}}`);
    return String(value);
  });
}

/** The template that plays a behaviour, and its values. */
export function phoneScenario(behaviour: PhoneBehaviour): { template: string; values: ScenarioValues } {
  switch (behaviour.kind) {
    case 'answer':
      return {
        template: 'answering-phone.xml',
        values: { answerAfterMs: behaviour.afterMs, hangupAfterMs: behaviour.hangupAfterMs ?? NEVER_MS },
      };
    case 'no-answer':
      return { template: 'answering-phone.xml', values: { answerAfterMs: NEVER_MS, hangupAfterMs: NEVER_MS } };
    case 'reject':
      return {
        template: 'refusing-phone.xml',
        values: {
          status: behaviour.status,
          reason: REASONS[behaviour.status],
          refuseAfterMs: behaviour.afterMs ?? 0,
        },
      };
  }
}

/** What comes with SIPp: a voice in G.711 A-law, so many milliseconds long; said over and over again. */
const SPEECH = { file: 'g711a.pcap', milliseconds: 7_050, times: 10 };

const SPEECH_STEPS: readonly string[] = [
  `  <nop><action><exec play_pcap_audio="{{mediaDir}}/${SPEECH.file}"/></action></nop>`,
  `  <pause milliseconds="${SPEECH.milliseconds}"/>`,
];

interface Presses {
  steps: string[];
  /** What each key sends; the steps name them by their number. */
  keys: Buffer[];
  /** Milliseconds since the answer when the last step is over. */
  endMs: number;
}

function press({ steps, keys, endMs }: Presses, { afterMs, digits }: DigitPresses): Presses {
  const wait = Math.max(0, afterMs - endMs);
  const pressed = [...digits].map((digit, index) => keyCapture(digit, keys.length + index, endMs + wait + index * DIGIT_MS));
  const played = pressed.flatMap((_, index) => [
    `  <nop><action><exec play_pcap_audio="{{keyFiles}}${keys.length + index}.pcap"/></action></nop>`,
    `  <pause milliseconds="${DIGIT_MS}"/>`,
  ]);
  return {
    steps: [...steps, `  <pause milliseconds="${wait}"/>`, ...played],
    keys: [...keys, ...pressed],
    endMs: endMs + wait + digits.length * DIGIT_MS,
  };
}

/** @throws Error naming the field that is no number, extension or host name */
function checkDiallable(fields: Record<string, string>): void {
  for (const [field, value] of Object.entries(fields)) {
    if (!/^[+0-9A-Za-z.*#-]+$/.test(value)) throw new Error(`${field}: "${value}" is not a number to dial or show`);
  }
}

function checkLimits({ hangupAfterMs, hangupAfterAnswerMs }: CallRequest | DialRequest): void {
  if (hangupAfterMs !== undefined && hangupAfterAnswerMs !== undefined) {
    throw new Error('hangupAfterMs and hangupAfterAnswerMs: give one of them');
  }
}

/** @throws Error naming the field that a SIPp scenario cannot carry */
export function dialScenario(request: DialRequest): { template: string; values: ScenarioValues } {
  const { account, to } = request;
  const { domain, user, password, authUser = user, toHost = domain } = account;
  checkDiallable({ domain, user, authUser, toHost, to });
  if (!/^[\x21-\x5a\x5e-\x7e]+$/.test(password)) throw new Error('password: must be printable and without brackets');
  checkLimits(request);
  const hangupAfterMs = request.hangupAfterAnswerMs ?? NEVER_MS;
  const values = { domain, from: user, authUser, password, toHost, to, hangupAfterMs };
  return { template: 'phone-caller.xml', values };
}

/** @throws Error naming the field that a SIPp scenario cannot carry */
export function callScenario(request: CallRequest): { template: string; values: ScenarioValues; steps: string; keys: Buffer[] } {
  const { from, to, displayName, digits = [], speaks = false } = request;
  checkDiallable({ from, to });
  // "[" starts a SIPp keyword, "]]>" ends the scenario's text, a line break ends the header.
  if (displayName !== undefined && /[[\]\r\n]/.test(displayName)) {
    throw new Error('displayName: must have no brackets and no line breaks');
  }
  if (!digits.every((presses) => /^[0-9*#]+$/.test(presses.digits))) throw new Error('digits: must be of 0-9 * #');
  checkLimits(request);
  const presses = digits.reduce<Presses>(press, { steps: [], keys: [], endMs: 0 });
  const hangupAfterMs = request.hangupAfterAnswerMs;
  const spoken = speaks === true ? SPEECH.times : Number(speaks);
  return {
    template: 'trunk-caller.xml',
    keys: presses.keys,
    steps: [...presses.steps, ...Array.from({ length: spoken }).flatMap(() => SPEECH_STEPS)].join('\n'),
    values: {
      from,
      to,
      displayName: displayName === undefined ? '' : `"${displayName}" `,
      hangupAfterMs: hangupAfterMs === undefined ? NEVER_MS : Math.max(1, hangupAfterMs - presses.endMs - spoken * SPEECH.milliseconds),
    },
  };
}
