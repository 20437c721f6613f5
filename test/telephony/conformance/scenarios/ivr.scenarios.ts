import { until } from '../api';
import type { Scenario } from '../scenario';
import type { Stage } from '../stage';
import { answered, callerLeg, inboundMinute, unserved } from './expectations';

const say = (en: string) => [{ text: { en } }];
const MENU = { type: 'menu', prompts: say('One for people.'), timeout_seconds: 1, tries: 2 };

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

/** What the caller told the survey, once the call is in the books. */
async function answersOf({ api }: Stage, from: string): Promise<unknown> {
  let id: string | undefined;
  await until(`the record of the call from ${from}`, async () => {
    id = (await api.get<{ data: { id: string }[] }>(`/v1/calls?number=${encodeURIComponent(from)}`)).data[0]?.id;
    return id !== undefined;
  });
  return (await api.get<{ survey_answers: unknown }>(`/v1/calls/${id}`)).survey_answers;
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
      facts['answers'] = await answersOf(on, call.number);
    },
    expected: { facts: { answers: [{ question: 'satisfaction', score: 4 }] }, calls: [answered('pharma', { queue: 'ivr-menu-agent-survey', waited: 1, talked: 2, endedBy: 'agent' })] },
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
];
