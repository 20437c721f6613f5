import { until } from '../api';
import { type Scenario, sleep } from '../scenario';
import { textIn } from '../spoken-over';
import type { Stage } from '../stage';
import { answered } from './expectations';

/** Nothing is known yet of how long calls to the queue take: 90 s each, for its one agent. */
const TOLD = { next: '您是下一位。预计等待约2分钟。', second: '您目前排在第2位。预计等待约3分钟。' };

export const standingScenarios: Scenario[] = [
  {
    name: 'told-place-and-wait',
    stages: { pharma: { agents: 1, settings: { mohSound: null, announcePosition: true, announceEstimatedWait: true } } },
    play: async ({ stage, calls, facts }) => {
      const on = stage('pharma');
      await on.seat(1, { kind: 'answer', afterMs: 300 });
      const talking = on.call();
      const uuids = [await on.liveCall(talking.number, 'talking')];
      calls.push(talking);
      for (let place = 1; place <= 2; place += 1) {
        const call = on.call();
        calls.push(call);
        uuids.push(await on.liveCall(call.number, 'waiting'));
        // of who joins in the same second mod_callcenter does not know who was first
        await sleep(1100);
      }
      await until('both told how they stand', () => Promise.resolve(uuids.slice(1).every((uuid) => told(on, uuid).length > 0)));
      facts['told'] = uuids.map((uuid) => told(on, uuid)[0]);
      // each goes on to the agent, and is spoken to no more
      for (const [at, call] of calls.entries()) {
        const uuid = uuids[at] ?? '';
        if (at > 0) await until('the next one put through', async () => (await on.live(uuid))?.state === 'talking');
        if (at > 0) await until('silence for him', () => Promise.resolve(isHushed(on, uuid)));
        await call.hangup();
      }
    },
    expected: {
      facts: { told: [undefined, TOLD.next, TOLD.second] },
      calls: Array.from({ length: 3 }, () => answered('pharma', { queue: 'told-place-and-wait', endedBy: 'caller' })),
    },
  },
];

function told(on: Stage, uuid: string): (string | undefined)[] {
  const begun = on.bed.spokenOver.filter(({ legUuid, what }) => legUuid === uuid && what === 'begun');
  return begun.map(({ file }) => textIn(file, Object.values(TOLD)) ?? file);
}

function isHushed(on: Stage, uuid: string): boolean {
  return on.bed.spokenOver.some(({ legUuid, what }) => legUuid === uuid && what === 'ended');
}
