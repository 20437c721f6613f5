import { setTimeout as sleep } from 'node:timers/promises';
import type { KnownCall } from '../../../src/features/calls/domain/call-numbers-columns';
import { openedCalls } from '../../factories/opened';
import { testDatabase } from '../../setup/database';
import { testRedis } from '../../setup/redis';
import { Centre, type SwitchKind } from '../resilience/centre';
import { untilRight } from '../resilience/eventually';
import { administrator, makeVips } from '../resilience/vips';
import { AGENTS, HANDLE_MS, MIXED, MIXED_NUMBER, VIP_TARGET } from './mixed-house';

const LOAD = 1.2;
const CALLERS = 120;
/** One in so many is a VIP. */
const VIP_EVERY = 5;
const BETWEEN_CALLS_MS = HANDLE_MS / AGENTS / LOAD;

const numbers = Array.from({ length: CALLERS }, (_, caller) => `1391000${String(caller).padStart(4, '0')}`);
const vips = new Set(numbers.filter((_, caller) => caller % VIP_EVERY === VIP_EVERY - 1));

export interface MixedLoad {
  problems: string[];
  /** Seconds: how long they waited, the ninetieth of a hundred and the longest. */
  vip: { calls: number; p90: number; longest: number };
  ordinary: { calls: number; p90: number; longest: number };
}

/** More callers than the agents can take, VIPs among them, until all are answered. */
export async function runMixedLoad(kind: SwitchKind): Promise<MixedLoad> {
  const [database, redis] = [await testDatabase(), await testRedis()];
  try {
    const centre = await Centre.open({ databaseUrl: database.url, redisUrl: redis.url }, kind, MIXED);
    try {
      await makeVips(await administrator(centre, 'mixed'), [...vips]);
      await callAll(centre);
      return resultOf(await settled(centre));
    } finally {
      await centre.close();
    }
  } finally {
    await database.drop();
    await redis.drop();
  }
}

async function callAll({ phones }: Centre<'mixed'>): Promise<void> {
  const calls = numbers.map(async (from, caller) => {
    await sleep(caller * BETWEEN_CALLS_MS);
    await phones.call({ from, to: MIXED_NUMBER }).ended;
  });
  await Promise.all(calls);
}

async function settled({ database }: Centre<'mixed'>): Promise<KnownCall[]> {
  let calls: KnownCall[] = [];
  await untilRight('all calls in the books', async () => {
    calls = (await openedCalls(database)).filter((call) => call.settled);
    return calls.length >= CALLERS ? [] : [`${calls.length} calls`];
  });
  return calls;
}

function resultOf(calls: readonly KnownCall[]): MixedLoad {
  const isVip = ({ fromNumber }: KnownCall) => vips.has(fromNumber ?? '');
  const [vip, ordinary] = [calls.filter(isVip), calls.filter((call) => !isVip(call))];
  return {
    problems: [
      ...calls.filter(({ outcome }) => outcome !== 'answered').map(({ fromNumber, outcome }) => `${fromNumber} was not answered: ${outcome}`),
      ...vip.flatMap(({ fromNumber, waitSeconds }) => ((waitSeconds ?? 0) <= VIP_TARGET ? [] : [`the VIP ${fromNumber} waited for ${waitSeconds} s`])),
    ],
    vip: waitsOf(vip),
    ordinary: waitsOf(ordinary),
  };
}

function waitsOf(calls: readonly KnownCall[]): MixedLoad['vip'] {
  const waits = calls.map(({ waitSeconds }) => waitSeconds ?? 0).sort((a, b) => a - b);
  return { calls: waits.length, p90: waits[Math.ceil(waits.length * 0.9) - 1] ?? 0, longest: waits.at(-1) ?? 0 };
}
