import { isDeepStrictEqual } from 'node:util';
import { until } from '../api';
import type { Scenario } from '../scenario';
import { all, Stage, type StageAgent } from '../stage';
import { answered, unserved } from './expectations';

const PICKS_UP = { kind: 'answer', afterMs: 800 } as const;

async function idOf(stage: Stage, path: string, field: 'name' | 'number', value: string): Promise<string> {
  const rows = await all<{ id: string; name: string; number: string }>(stage.api, path);
  const row = rows.find((each) => each[field] === value);
  if (!row) throw new Error(`${path}: there is no ${value}`);
  return row.id;
}

const queueId = (stage: Stage) => idOf(stage, '/v1/queues', 'name', stage.names.queue);

async function switchQueue(stage: Stage) {
  const { queues } = await stage.bed.switchState();
  return queues.find(({ name }) => name === `${stage.names.queue}@${stage.domain}`);
}

/** In an order of its own: the switch lists rows in the order in which they came. */
const byName = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** A new seat with a phone, and a new agent in the stage's queue, signed in there. */
async function hire(stage: Stage, extension: string): Promise<StageAgent> {
  const { api, names } = stage;
  const seat = await api.post<{ id: string }>('/v1/seats', { extension });
  const account = await Stage.credentials(api, seat.id);
  const settings = { number: extension, name: `Agent ${extension}`, seat_id: seat.id };
  const agent = await api.post<{ id: string }>('/v1/agents', settings);
  const path = `/v1/queues/${await idOf(stage, '/v1/queues', 'name', names.queue)}`;
  await api.edit('PUT', `${path}/tiers`, { tiers: [{ agent_id: agent.id, level: 0, position: 1 }] }, path);
  await stage.bed.phones.register({ ...account, behaviour: PICKS_UP });
  return { id: agent.id, number: extension, seatId: seat.id, account };
}

export const configurationScenarios: Scenario[] = [
  {
    name: 'setting-in-force-at-once',
    stages: { pharma: { agents: 0 } },
    play: async ({ stage, calls }) => {
      const pharma = stage('pharma');
      const first = pharma.call({ hangupAfterAnswerMs: 2500 });
      calls.push(first);
      await first.ended;
      const path = `/v1/queues/${await queueId(pharma)}`;
      await pharma.api.edit('PATCH', path, { settings: { max_wait_time: 2 } });
      await until('the queue reloaded', async () => (await switchQueue(pharma))?.params['max-wait-time'] === '2');
      calls.push(pharma.call());
    },
    expected: {
      calls: [
        unserved('pharma', {
          queue: 'setting-in-force-at-once', outcome: 'abandoned', waited: 2, endedBy: 'caller', leg: 2,
        }),
        unserved('pharma', {
          queue: 'setting-in-force-at-once', outcome: 'timeout', waited: 2, endedBy: 'system', leg: 6,
        }),
      ],
    },
  },
  {
    name: 'agent-hired',
    stages: { insurance: { agents: 0 } },
    play: async ({ stage, calls }) => {
      const insurance = stage('insurance');
      const agent = await hire(insurance, '7001');
      await insurance.setStatus(agent, 'available');
      await insurance.untilSwitchHas(agent);
      calls.push(insurance.call({ hangupAfterAnswerMs: 4500 }));
    },
    expected: {
      calls: [
        answered('insurance', { queue: 'agent-hired', agent: '7001', waited: 1, talked: 3, endedBy: 'caller', leg: 4 }),
      ],
    },
  },
  {
    name: 'queue-removed',
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const pharma = stage('pharma');
      await pharma.seat(1, PICKS_UP);
      const first = pharma.call({ hangupAfterAnswerMs: 4500 });
      calls.push(first);
      await first.ended;
      const numberId = await idOf(pharma, '/v1/numbers', 'number', pharma.names.number);
      await pharma.api.edit('DELETE', `/v1/numbers/${numberId}`);
      await pharma.api.edit('DELETE', `/v1/queues/${await queueId(pharma)}`);
      await until('the queue unloaded', async () => (await switchQueue(pharma)) === undefined);
      const { tiers } = await pharma.bed.switchState();
      facts['tiers'] = tiers.filter(({ queue }) => queue.startsWith(`${pharma.names.queue}@`)).length;
      calls.push(pharma.call());
    },
    expected: {
      calls: [
        answered('pharma', { queue: 'queue-removed', waited: 1, talked: 3, endedBy: 'caller', leg: 4 }),
        { sip: 404, record: null, offers: [], legs: [], usage: [], seenBy: [] },
      ],
      facts: { tiers: 0 },
    },
  },
  {
    name: 'switch-replaced',
    alone: true,
    stages: { pharma: { agents: 1 }, insurance: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const [pharma, insurance] = [stage('pharma'), stage('insurance')];
      const { bed } = pharma;
      await pharma.seat(1, PICKS_UP);
      await insurance.seat(1, PICKS_UP);
      const before = await bed.switchState();
      await bed.theSwitch.replaceAfterCrash();
      await until('the link to the new switch', () => Promise.resolve(bed.linked));
      // a phone registers again by itself sooner or later; here it does so now
      await pharma.seat(1, PICKS_UP);
      await insurance.seat(1, PICKS_UP);
      await until('all agents there again', async () => (await bed.switchState()).tiers.length === before.tiers.length);
      const after = await bed.switchState();
      facts['sameAgents'] = isDeepStrictEqual(byName(after.agents), byName(before.agents));
      facts['sameTiers'] = isDeepStrictEqual(byName(after.tiers), byName(before.tiers));
      calls.push(pharma.call({ hangupAfterAnswerMs: 4500 }), insurance.call({ hangupAfterAnswerMs: 4500 }));
    },
    expected: {
      calls: [
        answered('pharma', { queue: 'switch-replaced', waited: 1, talked: 3, endedBy: 'caller', leg: 4 }),
        answered('insurance', { queue: 'switch-replaced', waited: 1, talked: 3, endedBy: 'caller', leg: 4 }),
      ],
      facts: { sameAgents: true, sameTiers: true },
    },
  },
];
