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

export const ivrScenarios: Scenario[] = [
  {
    name: 'ivr-menu-to-agent',
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls }) => {
      const on = stage('pharma');
      await lead(on, {
        menu: { ...MENU, options: { 1: 'people' }, on_no_choice: 'bye' },
        people: { type: 'queue', queue: on.names.queue },
        bye: { type: 'hang_up' },
      });
      await on.seat(1, { kind: 'answer', afterMs: 800, hangupAfterMs: 3000 });
      calls.push(on.call({ digits: [{ afterMs: 1500, digits: '1' }] }));
    },
    expected: { calls: [answered('pharma', { queue: 'ivr-menu-to-agent', waited: 1, talked: 2, endedBy: 'agent', leg: 6 })] },
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
      calls: [unserved('pharma', { queue: 'ivr-timeout-back-to-script', outcome: 'timeout', waited: 3, endedBy: 'system', leg: 10 })],
    },
  },
];
