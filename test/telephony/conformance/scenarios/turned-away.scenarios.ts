import type { Scenario } from '../scenario';
import { sleep } from '../scenario';
import { NEVER_OPEN } from '../stages';
import { answered, callerLeg, inboundMinute, unserved, vainLeg } from './expectations';

const NOBODYS_NUMBER = '4009999999';

export const turnedAwayScenarios: Scenario[] = [
  {
    name: 'closed',
    stages: { pharma: { agents: 0, number: { hours: NEVER_OPEN } } },
    play: async ({ stage, calls }) => {
      calls.push(stage('pharma').call());
    },
    expected: {
      calls: [
        {
          sip: 200,
          record: {
            direction: 'inbound', outcome: 'closed', endedBy: 'system',
            queue: null, agent: null, waitSeconds: 0, talkSeconds: 0,
          },
          offers: [],
          // 0.3 s of silence and an announcement of 3.2 s
          legs: [callerLeg(4)],
          usage: inboundMinute('pharma'),
          seenBy: ['pharma'],
        },
      ],
    },
  },
  {
    name: 'unknown-number',
    stages: { pharma: { agents: 0 } },
    play: async ({ stage, calls }) => {
      calls.push(stage('pharma').call({ to: NOBODYS_NUMBER }));
    },
    expected: { calls: [{ sip: 404, record: null, offers: [], legs: [], usage: [], seenBy: [] }] },
  },
  {
    name: 'channel-cap',
    stages: { capped: { agents: 0 }, pharma: { agents: 1 } },
    play: async ({ stage, calls }) => {
      await stage('pharma').seat(1, { kind: 'answer', afterMs: 800 });
      calls.push(stage('capped').call({ hangupAfterAnswerMs: 6500 }));
      await sleep(2000);
      calls.push(stage('capped').call());
      calls.push(stage('pharma').call({ hangupAfterAnswerMs: 3500 }));
      await calls[0]?.ended;
      calls.push(stage('capped').call({ hangupAfterAnswerMs: 1500 }));
    },
    expected: {
      calls: [
        unserved('capped', { queue: 'channel-cap', outcome: 'abandoned', waited: 6, endedBy: 'caller', leg: 6 }),
        {
          sip: 503,
          record: {
            direction: 'inbound', outcome: 'channel-cap', endedBy: 'system',
            queue: null, agent: null, waitSeconds: 0, talkSeconds: 0,
          },
          offers: [],
          legs: [{ ...vainLeg('NORMAL_CIRCUIT_CONGESTION'), direction: 'inbound' }],
          usage: [],
          seenBy: ['capped'],
        },
        answered('pharma', { queue: 'channel-cap', waited: 1, talked: 2, endedBy: 'caller', leg: 3 }),
        unserved('capped', { queue: 'channel-cap', outcome: 'abandoned', waited: 1, endedBy: 'caller', leg: 1 }),
      ],
    },
  },
];
