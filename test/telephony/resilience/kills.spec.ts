import { join } from 'node:path';
import { testDatabase } from '../../setup/database';
import { testRedis } from '../../setup/redis';
import { simulator } from '../conformance/switch-under-test';
import { BUILT } from './product-process';
import { survivesKills } from './survives-kills';

it('loses nothing and forgets nobody when each process is killed, stopped and restarted under 50 calls', async () => {
  const [database, redis] = [await testDatabase(), await testRedis()];
  try {
    const survival = await survivesKills(
      { databaseUrl: database.url, redisUrl: redis.url },
      { start: simulator(join(BUILT, 'freeswitch/simulator/main.js')), spoolDir: (dataDir) => join(dataDir, 'spool') },
    );
    process.stderr.write(`${JSON.stringify(survival)}\n`);
    expect(survival.problems).toEqual([]);
  } finally {
    await database.drop();
    await redis.drop();
  }
}, 300_000);
