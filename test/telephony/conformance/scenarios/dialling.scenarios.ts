import type { Scenario } from '../scenario';
import { agentLeg, callerLeg, outboundMinute, vainLeg } from './expectations';

/** The world outside answers after 0.7 s and hangs up 4 s later (switch-under-test.ts). */
const OUTSIDE = '+8613900000';

export const diallingScenarios: Scenario[] = [
  {
    name: 'click-to-dial',
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls }) => {
      await stage('pharma').seat(1, { kind: 'answer', afterMs: 800 });
      calls.push(await stage('pharma').click(1, `${OUTSIDE}001`));
    },
    expected: {
      calls: [
        {
          sip: null,
          // 0.7 s of ringing after the agent's own answer
          record: {
            direction: 'outbound', from: 'agent1', to: `${OUTSIDE}001`,
            outcome: 'answered', endedBy: 'caller', queue: null, agent: 'agent1', waitSeconds: 0, talkSeconds: 4,
          },
          offers: [],
          legs: [agentLeg(5), agentLeg(4)],
          usage: outboundMinute('pharma'),
          seenBy: ['pharma'],
        },
      ],
    },
  },
  {
    name: 'click-to-dial-agent-busy',
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls }) => {
      await stage('pharma').seat(1, { kind: 'reject', status: 486 });
      calls.push(await stage('pharma').click(1, `${OUTSIDE}002`));
    },
    expected: {
      calls: [
        {
          sip: null,
          record: {
            direction: 'outbound', from: 'agent1', to: `${OUTSIDE}002`,
            outcome: 'busy', endedBy: 'agent', queue: null, agent: 'agent1', waitSeconds: 0, talkSeconds: 0,
          },
          offers: [],
          legs: [vainLeg('USER_BUSY')],
          usage: [],
          seenBy: ['pharma'],
        },
      ],
    },
  },
  {
    name: 'agent-dials-out',
    stages: { insurance: { agents: 1 } },
    play: async ({ stage, calls }) => {
      await stage('insurance').seat(1, { kind: 'answer', afterMs: 800 });
      calls.push(stage('insurance').dial(1, { to: `${OUTSIDE}003`, hangupAfterAnswerMs: 2500 }));
    },
    expected: {
      calls: [
        {
          sip: 200,
          record: {
            direction: 'outbound', from: 'agent1', to: `${OUTSIDE}003`,
            outcome: 'answered', endedBy: 'agent', queue: null, waitSeconds: 0, talkSeconds: 2,
          },
          offers: [],
          legs: [callerLeg(2), agentLeg(2)],
          usage: outboundMinute('insurance'),
          seenBy: ['insurance'],
        },
      ],
    },
  },
  {
    name: 'seat-calls-own-number',
    stages: { insurance: { agents: 2 } },
    play: async ({ stage, calls }) => {
      const insurance = stage('insurance');
      await insurance.seat(1, { kind: 'answer', afterMs: 800 });
      await insurance.seat(2, { kind: 'answer', afterMs: 800 }, 'on_break');
      calls.push(insurance.dial(2, { to: insurance.names.number, hangupAfterAnswerMs: 4500 }));
    },
    expected: {
      calls: [
        {
          sip: 200,
          record: {
            direction: 'inbound', from: 'agent2', to: 'number', outcome: 'answered', endedBy: 'caller',
            queue: 'seat-calls-own-number', agent: 'agent1', waitSeconds: 1, talkSeconds: 3,
          },
          offers: [{ agent: 'agent1', result: 'answered', times: 1 }],
          legs: [callerLeg(4), agentLeg(3)],
          usage: [],
          seenBy: ['insurance'],
        },
      ],
    },
  },
  {
    name: 'seat-to-seat-costs-nothing',
    stages: { pharma: { agents: 2 } },
    play: async ({ stage, calls }) => {
      const pharma = stage('pharma');
      await pharma.seat(1, { kind: 'answer', afterMs: 800 });
      await pharma.seat(2, { kind: 'answer', afterMs: 800 });
      calls.push(pharma.dial(1, { to: pharma.agent(2).number, hangupAfterAnswerMs: 2500 }));
    },
    expected: {
      calls: [
        {
          sip: 200,
          record: {
            direction: 'internal', from: 'agent1', to: 'agent2',
            outcome: 'answered', queue: null, waitSeconds: 0, talkSeconds: 2,
          },
          offers: [],
          legs: [callerLeg(2), agentLeg(2)],
          usage: [],
          seenBy: ['pharma'],
        },
      ],
    },
  },
];
