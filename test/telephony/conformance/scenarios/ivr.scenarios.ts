import { readWavHeader } from '../../../../src/features/recordings/domain/wav-header';
import { until } from '../api';
import type { Scenario } from '../scenario';
import type { Stage } from '../stage';
import { agentLeg, answered, callerLeg, inboundMinute, outboundMinute, unserved, vainLeg } from './expectations';

const say = (en: string) => [{ text: { en } }];
const MENU = { type: 'menu', prompts: say('One for people.'), timeout_seconds: 1, tries: 2 };

const PICKS_UP = { kind: 'answer', afterMs: 500, hangupAfterMs: 2000 } as const;

/** Another number than the caller's own, so that its calls are told apart. */
const AT_HOME = '+8613900000777';

/** The stage's number is led by a script from the next call on. */
async function lead({ api, names }: Stage, steps: Record<string, unknown>): Promise<void> {
  const draft = { start: 'menu', fallback: names.queue, steps };
  const script = await api.post<{ id: string }>('/v1/ivr-scripts', { name: names.queue, draft });
  await api.edit('POST', `/v1/ivr-scripts/${script.id}/publish`, {}, `/v1/ivr-scripts/${script.id}`);
  const numbers = await api.get<{ data: { id: string; number: string }[] }>('/v1/numbers?limit=100');
  const number = numbers.data.find((each) => each.number === names.number);
  if (!number) throw new Error(`there is no number ${names.number}`);
  await api.edit('PATCH', `/v1/numbers/${number.id}`, { ivr: names.queue });
}

/** What the caller told the survey and which way he was led, once the call is in the books. */
function ledOf(on: Stage, from: string): Promise<{ survey_answers: unknown; script_steps: unknown }> {
  return on.record(from);
}

/** What became of the callback to a number, once it is over. */
async function calledBack({ api }: Stage, number: string): Promise<Record<string, unknown>> {
  let found: { id: string; state: string } | undefined;
  await until(`the callback to ${number}`, async () => {
    [found] = (await api.get<{ data: { id: string; state: string }[] }>(`/v1/callbacks?number=${encodeURIComponent(number)}`)).data;
    return found !== undefined && found.state !== 'waiting' && found.state !== 'dialling';
  }, 30_000);
  const { state, promise, attempts, tries } = await api.get<{ state: string; promise: string; attempts: number; tries: { result: string }[] }>(`/v1/callbacks/${found?.id}`);
  return { state, promise, attempts, results: tries.map(({ result }) => result) };
}

/** A caller's message for the stage's queue, once it is taken in. */
async function messageFor({ api, names }: Stage): Promise<Record<string, unknown>> {
  let left: { id: string; state: string; duration_seconds: number; call_id: string | null } | undefined;
  await until(`a message for ${names.queue}`, async () => {
    [left] = (await api.get<{ data: NonNullable<typeof left>[] }>(`/v1/voicemails?queue=${names.queue}`)).data;
    return left !== undefined;
  });
  const audio = await api.file(`/v1/voicemails/${left?.id}/audio`);
  const facts = readWavHeader(audio.subarray(0, 4096), audio.length);
  return { state: left?.state, isOfCall: left?.call_id !== null, isHeard: facts?.isComplete, lasts: (left?.duration_seconds ?? 0) >= 2 };
}

export const ivrScenarios: Scenario[] = [
  {
    name: 'ivr-menu-agent-survey',
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const on = stage('pharma');
      await lead(on, {
        menu: { ...MENU, options: { 1: 'people' }, on_no_choice: 'bye' },
        people: { type: 'queue', queue: on.names.queue, after: 'rate' },
        rate: { type: 'survey', prompts: say('Press one to five.'), question: 'satisfaction', next: 'bye' },
        bye: { type: 'hang_up' },
      });
      await on.seat(1, { kind: 'answer', afterMs: 800, hangupAfterMs: 3000 });
      // each twice: on a busy machine the first one is too early
      const call = on.call({ digits: [{ afterMs: 1500, digits: '1' }, { afterMs: 3000, digits: '1' }, { afterMs: 8000, digits: '4' }, { afterMs: 13_000, digits: '4' }] });
      calls.push(call);
      await call.ended;
      const { survey_answers: answers, script_steps: way } = await ledOf(on, call.number);
      Object.assign(facts, { answers, way });
    },
    expected: { facts: { answers: [{ question: 'satisfaction', score: 4 }], way: ['menu', 'people', 'rate', 'bye'].map((step) => `ivr-menu-agent-survey/${step}`) }, calls: [answered('pharma', { queue: 'ivr-menu-agent-survey', waited: 1, talked: 2, endedBy: 'agent' })] },
  },
  {
    name: 'ivr-silence-to-goodbye',
    stages: { insurance: { agents: 1 } },
    play: async ({ stage, calls }) => {
      const on = stage('insurance');
      await lead(on, {
        menu: { ...MENU, options: { 1: 'people' }, on_no_choice: 'bye' },
        people: { type: 'queue', queue: on.names.queue },
        bye: { type: 'hang_up', prompts: say('Goodbye.') },
      });
      calls.push(on.call());
    },
    expected: {
      calls: [
        {
          sip: 200, record: { direction: 'inbound', outcome: 'completed', endedBy: 'system', queue: null, agent: null },
          offers: [], legs: [callerLeg()], usage: inboundMinute('insurance'), seenBy: ['insurance'],
        },
      ],
    },
  },
  {
    name: 'ivr-timeout-back-to-script',
    stages: { pharma: { agents: 1, settings: { maxWaitTime: 3 } } },
    play: async ({ stage, calls, facts }) => {
      const on = stage('pharma');
      await lead(on, {
        menu: { ...MENU, options: { 1: 'people' }, on_no_choice: 'people' },
        people: { type: 'queue', queue: on.names.queue, on_timeout: 'bye' },
        bye: { type: 'hang_up', prompts: say('Nobody came. Goodbye.') },
      });
      await on.seat(1, { kind: 'no-answer' }, 'on_break');
      const call = on.call();
      calls.push(call);
      facts['ended'] = (await call.ended)?.answered;
    },
    expected: {
      facts: { ended: true },
      calls: [unserved('pharma', { queue: 'ivr-timeout-back-to-script', outcome: 'timeout', waited: 3, endedBy: 'system' })],
    },
  },
  {
    name: 'ivr-callback-out-of-queue',
    varies: true,
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const on = stage('pharma');
      await lead(on, {
        menu: { ...MENU, options: { 1: 'people' }, on_no_choice: 'reach' },
        reach: { type: 'set', values: { at_home: AT_HOME }, next: 'people' },
        people: { type: 'queue', queue: on.names.queue, keys: { 2: 'ask' } },
        ask: { type: 'callback', queue: on.names.queue, number: 'at_home', window_minutes: 5, next: 'bye', on_failure: 'bye' },
        bye: { type: 'hang_up', prompts: say('We call you back.') },
      });
      await on.seat(1, { kind: 'answer', afterMs: 500 }, 'on_break');
      // again and again: when the menu's time is over depends on how busy the machine is
      const call = on.call({ digits: [6000, 8000, 10_000].map((afterMs) => ({ afterMs, digits: '2' })) });
      calls.push(call);
      await call.ended;
      await on.setStatus(on.agent(1), 'available');
      Object.assign(facts, await calledBack(on, AT_HOME));
      calls.push({ slug: 'pharma', number: AT_HOME, ended: null, hangup: () => Promise.resolve() });
    },
    expected: {
      facts: { state: 'reached', promise: 'kept', attempts: 1, results: ['reached'] },
      calls: [
        unserved('pharma', { queue: 'ivr-callback-out-of-queue', outcome: 'callback', endedBy: 'system' }),
        { sip: null, record: { direction: 'outbound', outcome: 'answered', agent: 'agent1' }, usage: outboundMinute('pharma'), seenBy: ['pharma'] },
      ],
    },
  },
  {
    name: 'ivr-transfer-to-nobody',
    stages: { pharma: { agents: 2, timing: { ringSeconds: 5 } } },
    play: async ({ stage, calls }) => {
      const on = stage('pharma');
      await lead(on, {
        menu: { ...MENU, options: { 1: 'people' }, on_no_choice: 'abroad' },
        abroad: { type: 'transfer', to: { number: '+85221234567' }, on_failure: 'colleague' },
        colleague: { type: 'transfer', to: { agent: on.agent(2).number }, on_failure: 'people' },
        people: { type: 'queue', queue: on.names.queue },
      });
      await on.seat(1, PICKS_UP);
      await on.seat(2, { kind: 'no-answer' }, 'on_break');
      calls.push(on.call());
    },
    expected: {
      calls: [answered('pharma', { queue: 'ivr-transfer-to-nobody', endedBy: 'agent', vainLegs: [vainLeg('NO_ANSWER')] })],
    },
  },
  {
    name: 'ivr-to-the-last-agent',
    stages: { pharma: { agents: 2 } },
    play: async ({ stage, calls, facts }) => {
      const on = stage('pharma');
      await lead(on, {
        menu: { ...MENU, options: { 1: 'people' }, on_no_choice: 'known' },
        known: { type: 'transfer', to: { last_agent_days: 1 }, on_failure: 'people' },
        people: { type: 'queue', queue: on.names.queue },
      });
      await on.seat(1, PICKS_UP);
      await on.seat(2, PICKS_UP, 'on_break');
      const first = on.call();
      calls.push(first);
      await first.ended;
      facts['first'] = (await ledOf(on, first.number)).script_steps;
      // the queue would ring whoever has been idle longer, and that is the other one
      await on.setStatus(on.agent(2), 'available');
      const second = on.call({ from: `+86${first.number}` });
      calls.push(second);
      await second.ended;
      facts['second'] = (await ledOf(on, second.number)).script_steps;
    },
    expected: {
      facts: {
        first: ['menu', 'known', 'people'].map((step) => `ivr-to-the-last-agent/${step}`),
        second: ['menu', 'known'].map((step) => `ivr-to-the-last-agent/${step}`),
      },
      calls: [
        answered('pharma', { queue: 'ivr-to-the-last-agent', endedBy: 'agent' }),
        {
          sip: 200, record: { direction: 'inbound', outcome: 'answered', queue: null, agent: 'agent1', endedBy: 'agent' }, offers: [],
          legs: [callerLeg(), agentLeg()], usage: inboundMinute('pharma'), seenBy: ['pharma'],
        },
      ],
    },
  },
  {
    name: 'ivr-message-cut-by-hang-up',
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const on = stage('pharma');
      await lead(on, {
        menu: { type: 'voicemail', queue: on.names.queue, prompts: say('Speak.'), max_seconds: 30, next: 'bye', on_failure: 'bye' },
        bye: { type: 'hang_up' },
      });
      const call = on.call({ speaks: 1, hangupAfterAnswerMs: 8500 });
      calls.push(call);
      await call.ended;
      Object.assign(facts, await messageFor(on));
    },
    expected: {
      facts: { state: 'new', isOfCall: true, isHeard: true, lasts: true },
      calls: [
        {
          sip: 200, record: { direction: 'inbound', outcome: 'abandoned', endedBy: 'caller', queue: null, agent: null },
          offers: [], legs: [callerLeg()], usage: inboundMinute('pharma'), seenBy: ['pharma'],
        },
      ],
    },
  },
];
