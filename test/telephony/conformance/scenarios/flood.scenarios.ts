import type { Scenario } from '../scenario';
import { sleep } from '../scenario';
import { answered } from './expectations';

const CHANNELS = 10;
const CALLS = 40;
const GUESSES = 100;

export const floodScenarios: Scenario[] = [
  {
    // one tenant gets four times the calls that it may have, and somebody guesses its passwords meanwhile
    name: 'flood-leaves-others-alone',
    alone: true,
    varies: true,
    stages: { ten: { agents: 1 }, insurance: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const [ten, insurance] = [stage('ten'), stage('insurance')];
      await insurance.seat(1, { kind: 'answer', afterMs: 800 });
      const guess = { ...ten.agent(1).account, password: 'a guess' };
      const guesses = Promise.all(Array.from({ length: GUESSES }, () => ten.bed.phones.register(guess)));
      const flood = Array.from({ length: CALLS }, () => ten.call({ hangupAfterAnswerMs: 6000 }));
      await sleep(500);
      const quiet = insurance.call({ hangupAfterAnswerMs: 4500 });
      calls.push(quiet, ...flood);
      const results = await Promise.all(flood.map(({ ended }) => ended));
      facts['flooding'] = results.filter((result) => result?.answered).length;
      facts['turnedAway'] = results.filter((result) => result?.status === 503).length;
      facts['guesses'] = [...new Set(await guesses)];
    },
    expected: {
      calls: [
        answered('insurance', { queue: 'flood-leaves-others-alone', waited: 1, talked: 3, endedBy: 'caller', leg: 4 }),
        ...Array.from({ length: CALLS }, () => ({ record: { direction: 'inbound' } })),
      ],
      facts: { flooding: CHANNELS, turnedAway: CALLS - CHANNELS, guesses: [403] },
    },
  },
];
