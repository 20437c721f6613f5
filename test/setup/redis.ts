import IoRedis from 'ioredis';
import { testServices } from './services';

const CLAIM = 'seatline:test:claim';

/**
 * A numbered Redis database of the caller's own: one that was empty, so that whatever else the server holds is safe.
 * It holds one key, the claim. Publish and subscribe know no databases: channels are shared by all specs.
 */
export async function testRedis(): Promise<{ url: string; drop(): Promise<void> }> {
  const { redisUrl } = await testServices();
  const redis = new IoRedis(redisUrl);
  try {
    const [, count] = (await redis.config('GET', 'databases')) as [string, string];
    for (let number = 1; number < Number(count); number += 1) {
      if (await claim(redis, number)) return { url: withNumber(redisUrl, number), drop: () => drop(redisUrl, number) };
    }
    throw new Error(`REDIS_URL: none of the server's ${count} databases is empty`);
  } finally {
    redis.disconnect();
  }
}

async function claim(redis: IoRedis, number: number): Promise<boolean> {
  await redis.select(number);
  if ((await redis.set(CLAIM, process.pid, 'NX')) !== 'OK') return false;
  if ((await redis.dbsize()) === 1) return true;
  await redis.del(CLAIM);
  return false;
}

async function drop(redisUrl: string, number: number): Promise<void> {
  const redis = new IoRedis(withNumber(redisUrl, number));
  await redis.flushdb();
  redis.disconnect();
}

function withNumber(redisUrl: string, number: number): string {
  const url = new URL(redisUrl);
  url.pathname = `/${number}`;
  return url.toString();
}
