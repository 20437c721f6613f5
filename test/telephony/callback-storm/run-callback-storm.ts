import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '../../setup/database';
import { testRedis } from '../../setup/redis';
import { floorProblems } from '../resilience/audit';
import { Centre, type SwitchKind } from '../resilience/centre';
import { untilRight } from '../resilience/eventually';
import type { ProcessName } from '../resilience/product-process';
import { administrator, makeVips } from '../resilience/vips';
import { orderProblems, promised, stormProblems, waitingProblems } from './storm-audit';
import { storm, vipNumbers } from './storm-callers';
import { STORM } from './storm-house';

const DOWN_MS = 2500;
/** Seconds after the first call: the one that leads the callers and hears the switch, then the one that calls back. */
const KILLS: [ProcessName, number][] = [['switch', 20], ['worker', 20]];

/** What is left when the last callback is made. */
const PATIENCE_MS = 240_000;

export interface Storm {
  problems: string[];
  /** How many were promised a call, and to how many of them it came in time. */
  promised: number;
  kept: number;
  /** Seconds from the request to the call: the median, and the longest. */
  median: number;
  longest: number;
}

/** Two hundred callers ask for a callback in a minute, with few agents and few lines, while processes are killed. */
export async function runCallbackStorm(kind: SwitchKind): Promise<Storm> {
  const [database, redis] = [await testDatabase(), await testRedis()];
  try {
    const centre = await Centre.open({ databaseUrl: database.url, redisUrl: redis.url }, kind, STORM);
    try {
      return await blow(centre);
    } finally {
      await centre.close();
    }
  } finally {
    await database.drop();
    await redis.drop();
  }
}

async function blow(centre: Centre<'storm'>): Promise<Storm> {
  const api = await administrator(centre, 'storm');
  await makeVips(api, vipNumbers);
  const calls = storm(centre.phones);
  calls.catch(() => undefined);
  for (const [name, seconds] of KILLS) {
    await sleep(seconds * 1000);
    await centre.processes[name].kill();
    await sleep(DOWN_MS);
    await centre.processes[name].start();
  }
  await calls;
  await untilRight('everybody called back', () => waitingProblems(centre), PATIENCE_MS);
  await untilRight('an empty floor', () => floorProblems(centre));
  const all = await promised(centre, api);
  const waits = all.map(({ askedAt, begunAt }) => ((begunAt ?? Infinity) - askedAt) / 1000).sort((a, b) => a - b);
  return {
    problems: [...(await stormProblems(centre, all)), ...orderProblems(all)],
    promised: all.length,
    kept: all.filter(({ promise }) => promise === 'kept').length,
    median: Math.round(waits[Math.floor(waits.length / 2)] ?? 0),
    longest: Math.round(waits.at(-1) ?? 0),
  };
}
