import { until } from '../api';
import { type Scenario, sleep } from '../scenario';
import type { PlacedCall, Stage } from '../stage';
import { agentLeg, answered, callerLeg, inboundMinute, outboundMinute } from './expectations';

/** The world outside answers after 0.7 s and hangs up 4 s later (switch-under-test.ts). */
const OUTSIDE = '+8613911000';
const PICKS_UP = { kind: 'answer', afterMs: 200 } as const;

/** Long after all that is done with the call, which may take its time: how long each agent has it is not told. */
const CALLER_TALKS_MS = 15_000;

/** Gives the call away, and says with which status the API has answered. */
async function transfer(stage: Stage, uuid: string, body: { kind: string; to?: string }): Promise<number> {
  return (await stage.api.ask('POST', `/v1/calls/${uuid}/transfer`, body)).status;
}

/** A caller who talks with agent 1, and the call's uuid. */
async function talking(stage: Stage, calls: PlacedCall[]): Promise<string> {
  const call = stage.call({ hangupAfterAnswerMs: CALLER_TALKS_MS });
  calls.push(call);
  const uuid = await stage.liveCall(call.number, 'talking');
  await sleep(2000);
  return uuid;
}

export const transferScenarios: Scenario[] = [
  {
    name: 'transfer-to-an-agent',
    varies: true,
    stages: { pharma: { agents: 2 } },
    play: async ({ stage, calls, facts }) => {
      const pharma = stage('pharma');
      await pharma.seat(1, PICKS_UP);
      await pharma.seat(2, PICKS_UP, 'on_break');
      const uuid = await talking(pharma, calls);
      facts['transfer'] = await transfer(pharma, uuid, { kind: 'agent', to: pharma.agent(2).number });
      await until('the colleague having the call', async () => (await pharma.live(uuid))?.agent === pharma.agent(2).number);
      facts['state'] = (await pharma.live(uuid))?.state;
      facts['again'] = await transfer(pharma, uuid, { kind: 'agent', to: pharma.agent(2).number });
    },
    expected: {
      calls: [
        {
          ...answered('pharma', { queue: 'transfer-to-an-agent', agent: 'agent2', talked: 14, endedBy: 'caller', leg: 15 }),
          offers: [{ agent: 'agent1', result: 'answered', times: 1 }],
          legs: [callerLeg(15), agentLeg(), agentLeg()],
        },
      ],
      facts: { transfer: 200, state: 'talking', again: 422 },
    },
  },
  {
    name: 'transfer-to-a-queue',
    varies: true,
    // agent 1 may not be rung again before agent 2 is
    stages: { pharma: { agents: 2, timing: { wrapUp: 20 } } },
    play: async ({ stage, calls, facts }) => {
      const pharma = stage('pharma');
      await pharma.seat(1, PICKS_UP);
      await pharma.seat(2, PICKS_UP, 'on_break');
      const uuid = await talking(pharma, calls);
      facts['transfer'] = await transfer(pharma, uuid, { kind: 'queue', to: pharma.names.queue });
      await pharma.setStatus(pharma.agent(2), 'available');
    },
    expected: {
      calls: [
        {
          ...answered('pharma', { queue: 'transfer-to-a-queue', agent: 'agent2', endedBy: 'caller', leg: 15 }),
          offers: [
            { agent: 'agent1', result: 'answered', times: 1 },
            { agent: 'agent2', result: 'answered', times: 1 },
          ],
          legs: [callerLeg(15), agentLeg(), agentLeg()],
        },
      ],
      facts: { transfer: 200 },
    },
  },
  {
    name: 'transfer-outside',
    varies: true,
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const pharma = stage('pharma');
      await pharma.seat(1, PICKS_UP);
      const uuid = await talking(pharma, calls);
      facts['notAllowed'] = await transfer(pharma, uuid, { kind: 'number', to: '+85221230001' });
      facts['transfer'] = await transfer(pharma, uuid, { kind: 'number', to: `${OUTSIDE}031` });
      await pharma.untilSwitchHas(pharma.agent(1));
    },
    expected: {
      calls: [
        {
          ...answered('pharma', { queue: 'transfer-outside', endedBy: 'agent' }),
          legs: [callerLeg(), agentLeg(), agentLeg(4)],
          usage: [
            ...inboundMinute('pharma'),
            { kind: 'transfer', billedSeconds: 60, amountMicro: '250000', ratePrefix: '+86' },
          ],
        },
      ],
      facts: { notAllowed: 422, transfer: 200 },
    },
  },
  {
    name: 'consultation-with-a-colleague',
    varies: true,
    stages: { pharma: { agents: 2 } },
    play: async ({ stage, calls, facts }) => {
      const pharma = stage('pharma');
      await pharma.seat(1, PICKS_UP);
      await pharma.seat(2, PICKS_UP, 'on_break');
      const uuid = await talking(pharma, calls);
      facts['alone'] = await transfer(pharma, uuid, { kind: 'consultation' });
      calls.push(pharma.dial(1, { to: pharma.agent(2).number }));
      await pharma.liveCall(pharma.agent(1).number, 'talking');
      await sleep(1500);
      facts['transfer'] = await transfer(pharma, uuid, { kind: 'consultation' });
      await until('one call of the two', async () => (await pharma.liveCalls()).length === 1);
      const call = await pharma.live(uuid);
      facts['goesOn'] = [call?.state, call?.agent === pharma.agent(2).number];
      await pharma.untilState(pharma.agent(1), 'Waiting');
    },
    expected: {
      calls: [
        {
          ...answered('pharma', { queue: 'consultation-with-a-colleague', endedBy: 'caller', leg: 15 }),
          legs: [callerLeg(15), { ...agentLeg(), cause: 'ATTENDED_TRANSFER' }],
        },
        {
          sip: 200,
          record: {
            direction: 'internal', from: 'agent1', to: 'agent2', outcome: 'answered', endedBy: 'caller',
          },
          legs: [{ ...callerLeg(), cause: 'ATTENDED_TRANSFER' }, agentLeg()],
          usage: [],
        },
      ],
      facts: { alone: 409, transfer: 200, goesOn: ['talking', true] },
    },
  },
  {
    name: 'consultation-outside',
    varies: true,
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const pharma = stage('pharma');
      await pharma.seat(1, PICKS_UP);
      const uuid = await talking(pharma, calls);
      calls.push(pharma.dial(1, { to: `${OUTSIDE}032` }));
      await pharma.liveCall(pharma.agent(1).number, 'talking');
      // the world outside hangs up before long
      await sleep(500);
      facts['transfer'] = await transfer(pharma, uuid, { kind: 'consultation' });
      await pharma.untilState(pharma.agent(1), 'Waiting');
    },
    expected: {
      calls: [
        {
          ...answered('pharma', { queue: 'consultation-outside', endedBy: 'agent' }),
          legs: [callerLeg(), { ...agentLeg(), cause: 'ATTENDED_TRANSFER' }],
        },
        {
          sip: 200,
          record: { direction: 'outbound', from: 'agent1', outcome: 'answered', endedBy: 'agent' },
          legs: [{ ...callerLeg(), cause: 'ATTENDED_TRANSFER' }, agentLeg(4)],
          usage: outboundMinute('pharma'),
        },
      ],
      facts: { transfer: 200 },
    },
  },
];
