import { until } from '../api';
import { type Scenario, sleep } from '../scenario';
import { unserved, vainLeg } from './expectations';

const NEVER_PICKS_UP = { kind: 'no-answer' } as const;

export const waitingScenarios: Scenario[] = [
  {
    name: 'abandoned-while-waiting',
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls }) => {
      calls.push(stage('pharma').call({ hangupAfterAnswerMs: 4500 }));
    },
    expected: {
      calls: [
        unserved('pharma', {
          queue: 'abandoned-while-waiting', outcome: 'abandoned', waited: 4, endedBy: 'caller', leg: 4,
        }),
      ],
    },
  },
  {
    name: 'abandoned-while-ringing',
    stages: { insurance: { agents: 1 } },
    play: async ({ stage, calls }) => {
      await stage('insurance').seat(1, NEVER_PICKS_UP);
      calls.push(stage('insurance').call({ hangupAfterAnswerMs: 3500 }));
    },
    expected: {
      calls: [
        unserved('insurance', {
          queue: 'abandoned-while-ringing', outcome: 'abandoned', waited: 3, endedBy: 'caller', leg: 3,
          inVain: [{ agent: 'agent1', result: 'cancelled', times: 1 }], vainLegs: [vainLeg('ORIGINATOR_CANCEL')],
        }),
      ],
    },
  },
  {
    name: 'busy-until-timeout',
    stages: { insurance: { agents: 1, settings: { maxWaitTime: 5 } } },
    play: async ({ stage, calls }) => {
      await stage('insurance').seat(1, { kind: 'reject', status: 486 });
      calls.push(stage('insurance').call());
    },
    expected: {
      calls: [
        unserved('insurance', {
          // a busy agent is left alone for 3 s, so is rung at 0 and 3 s; then 3 s of goodbye
          queue: 'busy-until-timeout', outcome: 'timeout', waited: 5, endedBy: 'system', leg: 9,
          inVain: [{ agent: 'agent1', result: 'busy', times: 2 }], vainLegs: [vainLeg('USER_BUSY', 2)],
        }),
      ],
    },
  },
  {
    name: 'timeout-then-goodbye',
    stages: { pharma: { agents: 1, settings: { maxWaitTime: 3 } } },
    play: async ({ stage, calls }) => {
      await stage('pharma').seat(1, NEVER_PICKS_UP, 'on_break');
      calls.push(stage('pharma').call());
    },
    // 0.3 s of silence, 3 s of waiting, 3.1 s of goodbye
    expected: {
      calls: [
        unserved('pharma', { queue: 'timeout-then-goodbye', outcome: 'timeout', waited: 3, endedBy: 'system', leg: 7 }),
      ],
    },
  },
  {
    name: 'nobody-signed-in',
    // nobody is turned away before the time reached, however short the other is: by default 5 s
    stages: { insurance: { agents: 1, settings: { maxWaitTimeWithNoAgent: 1, maxWaitTimeWithNoAgentTimeReached: 1 } } },
    play: async ({ stage, calls }) => {
      calls.push(stage('insurance').call());
    },
    expected: {
      calls: [
        unserved('insurance', { queue: 'nobody-signed-in', outcome: 'no-agent', waited: 2, endedBy: 'system', leg: 6 }),
      ],
    },
  },
  {
    name: 'missed-too-often',
    stages: { pharma: { agents: 1, settings: { maxWaitTime: 6 }, timing: { maxNoAnswer: 1, ringSeconds: 2 } } },
    play: async ({ stage, calls, facts }) => {
      const pharma = stage('pharma');
      await pharma.seat(1, NEVER_PICKS_UP);
      calls.push(pharma.call());
      await until('the agent on break', async () => (await pharma.statusOf(pharma.agent(1))) === 'on_break');
      facts['status'] = await pharma.statusOf(pharma.agent(1));
    },
    expected: {
      calls: [
        unserved('pharma', {
          queue: 'missed-too-often', outcome: 'timeout', waited: 6, endedBy: 'system', leg: 10,
          inVain: [{ agent: 'agent1', result: 'no-answer', times: 1 }], vainLegs: [vainLeg('NO_ANSWER')],
        }),
      ],
      facts: { status: 'on_break' },
    },
  },
  {
    name: 'break-while-ringing',
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls }) => {
      const pharma = stage('pharma');
      await pharma.seat(1, NEVER_PICKS_UP);
      calls.push(pharma.call({ hangupAfterAnswerMs: 6500 }));
      await sleep(2500);
      await pharma.setStatus(pharma.agent(1), 'on_break');
    },
    expected: {
      calls: [
        unserved('pharma', {
          queue: 'break-while-ringing', outcome: 'abandoned', waited: 6, endedBy: 'caller', leg: 6,
          inVain: [{ agent: 'agent1', result: 'cancelled', times: 1 }], vainLegs: [vainLeg('ORIGINATOR_CANCEL')],
        }),
      ],
    },
  },
];
