import { until } from '../api';
import type { Scenario } from '../scenario';
import { all, type Stage } from '../stage';
import { answered } from './expectations';

const NEXT = 'overflow-next';

export const overflowScenarios: Scenario[] = [
  {
    name: 'overflow-to-the-next-queue',
    stages: { pharma: { agents: 1, settings: { maxWaitTime: 3 } } },
    play: async ({ stage, calls }) => {
      const on = stage('pharma');
      await on.seat(1, { kind: 'answer', afterMs: 300, hangupAfterMs: 2000 }, 'on_break');
      await overflow(on);
      const call = on.call();
      calls.push(call);
      const uuid = await on.liveCall(call.number, 'waiting');
      await until('the caller in the next queue', async () => (await on.live(uuid))?.queue === NEXT);
      await on.setStatus(on.agent(1), 'available');
      await call.ended;
    },
    expected: { calls: [answered('pharma', { queue: NEXT, endedBy: 'agent' })] },
  },
];

/** The stage's only agent serves another queue from now on, and callers of the stage's go on to it. */
async function overflow(on: Stage): Promise<void> {
  const { id: next } = await on.api.post<{ id: string }>('/v1/queues', { name: NEXT, settings: { strategy: 'longest-idle-agent' } });
  const own = (await all<{ id: string; name: string }>(on.api, '/v1/queues')).find(({ name }) => name === on.names.queue);
  const tier = { agent_id: on.agent(1).id, level: 0, position: 1 };
  await on.api.edit('PUT', `/v1/queues/${next}/tiers`, { tiers: [tier] });
  await on.api.edit('PUT', `/v1/queues/${own?.id}/tiers`, { tiers: [] });
  await on.api.edit('PATCH', `/v1/queues/${own?.id}`, { settings: { overflow_queue: NEXT } });
}
