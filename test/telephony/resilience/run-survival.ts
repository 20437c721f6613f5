import { join } from 'node:path';
import { testDatabase } from '../../setup/database';
import { testRedis } from '../../setup/redis';
import { realSwitch, simulator } from '../conformance/switch-under-test';
import type { SwitchKind } from './centre';
import { BUILT } from './product-process';
import { survivesKills, type Survival } from './survives-kills';

export const SIMULATOR: SwitchKind = {
  start: simulator(join(BUILT, 'freeswitch/simulator/main.js')),
  spoolDir: (dataDir) => join(dataDir, 'spool'),
};

/** @param binary the FreeSWITCH program */
export function freeSwitch(binary: string): SwitchKind {
  return { start: realSwitch(binary), spoolDir: (dataDir) => join(dataDir, 'freeswitch', 'spool') };
}

/** Plays it on a database and Redis of its own; takes about a minute. */
export async function runSurvival(kind: SwitchKind): Promise<Survival> {
  const [database, redis] = [await testDatabase(), await testRedis()];
  try {
    return await survivesKills({ databaseUrl: database.url, redisUrl: redis.url }, kind);
  } finally {
    await database.drop();
    await redis.drop();
  }
}
