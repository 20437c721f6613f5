import { until } from '../api';
import { type Scenario, sleep } from '../scenario';
import type { PlacedCall, Stage, StageAgent } from '../stage';
import { answered } from './expectations';

const PICKS_UP = { kind: 'answer', afterMs: 200 } as const;

/** The seat's phone is there, and no agent sits at it. */
async function phoneAlone(stage: Stage, { account }: StageAgent): Promise<void> {
  const answer = await stage.bed.phones.register({ ...account, behaviour: PICKS_UP });
  if (answer !== 200) throw new Error(`the phone of seat ${account.user} was refused: ${answer}`);
}

/** A caller who talks with agent 1, and the call's uuid. */
async function talking(stage: Stage, calls: PlacedCall[]): Promise<string> {
  const call = stage.call({ hangupAfterAnswerMs: 15_000 });
  calls.push(call);
  return stage.liveCall(call.number, 'talking');
}

/** The legs of a seat's phone, as the switch lists them. */
async function legsOf(stage: Stage, { number }: StageAgent): Promise<string[]> {
  const legs = await stage.bed.channels();
  return legs.filter(({ presence_id: id }) => id === `${number}@${stage.domain}`).map(({ uuid = '' }) => uuid);
}

const untilLegs = (stage: Stage, agent: StageAgent, count: number) =>
  until(`${count} legs of seat ${agent.number}`, async () => (await legsOf(stage, agent)).length === count);

export const supervisionScenarios: Scenario[] = [
  {
    name: 'listen-whisper-barge',
    varies: true,
    stages: { pharma: { agents: 3 }, insurance: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const [pharma, insurance] = [stage('pharma'), stage('insurance')];
      const supervisor = pharma.agent(2);
      await pharma.seat(1, PICKS_UP);
      await phoneAlone(pharma, supervisor);
      const uuid = await talking(pharma, calls);
      const path = `/v1/calls/${uuid}/supervision`;
      const ask = async (method: string, body?: object) => (await pharma.api.ask(method, path, body)).status;
      const seat_id = supervisor.seatId;
      facts['seatTaken'] = await ask('POST', { mode: 'listen', seat_id: pharma.agent(1).seatId });
      facts['noPhone'] = await ask('POST', { mode: 'listen', seat_id: pharma.agent(3).seatId });
      facts['otherTenant'] = (await insurance.api.ask('POST', path, { mode: 'listen', seat_id: insurance.agent(1).seatId })).status;
      facts['listen'] = await ask('POST', { mode: 'listen', seat_id });
      await untilLegs(pharma, supervisor, 1);
      facts['again'] = await ask('POST', { mode: 'listen', seat_id });
      facts['onTheFloor'] = (await pharma.liveCalls()).length;
      for (const mode of ['whisper', 'barge', 'listen']) facts[`to ${mode}`] = await ask('PUT', { mode });
      await sleep(500);
      facts['end'] = await ask('DELETE');
      await untilLegs(pharma, supervisor, 0);
      facts['over'] = await ask('PUT', { mode: 'barge' });
      facts['barge'] = await ask('POST', { mode: 'barge', seat_id });
      await untilLegs(pharma, supervisor, 1);
      await calls[0]?.ended;
      await untilLegs(pharma, supervisor, 0);
    },
    expected: {
      calls: [answered('pharma', { queue: 'listen-whisper-barge', talked: 14, endedBy: 'caller', leg: 15 })],
      facts: {
        seatTaken: 409, noPhone: 409, otherTenant: 404, listen: 201, again: 409, onTheFloor: 1,
        'to whisper': 200, 'to barge': 200, 'to listen': 200, end: 204, over: 404, barge: 201,
      },
    },
  },
  {
    name: 'no-listening-across',
    varies: true,
    stages: { pharma: { agents: 1 }, insurance: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const [pharma, insurance] = [stage('pharma'), stage('insurance')];
      await pharma.seat(1, PICKS_UP);
      await phoneAlone(insurance, insurance.agent(1));
      await talking(pharma, calls);
      const [target = ''] = await legsOf(pharma, pharma.agent(1));
      // a command that nobody has checked
      await pharma.bed.supervise(insurance.agent(1).number, insurance.domain, target);
      await sleep(1000);
      facts['listens'] = (await legsOf(insurance, insurance.agent(1))).length;
    },
    expected: {
      calls: [answered('pharma', { queue: 'no-listening-across', talked: 14, endedBy: 'caller', leg: 15 })],
      facts: { listens: 0 },
    },
  },
];
