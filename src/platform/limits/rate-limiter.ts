import { Injectable } from '@nestjs/common';
import { Redis } from '../redis/redis';
import type { Bucket, Level } from './bucket';

/**
 * The generic cell rate algorithm, over several buckets at once: a request is counted in all of them or in none. A bucket
 * is one number, the time at which it will be full again; Redis's own clock is every process's.
 */
const TAKE = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  local full, answer, open = {}, {}, true
  for i, key in ipairs(KEYS) do
    local interval, burst = 1000 / ARGV[2 * i - 1], tonumber(ARGV[2 * i])
    full[i] = math.max(tonumber(redis.call('GET', key) or now), now)
    local early = full[i] + interval - now - interval * burst
    if early > 0.001 then open = false end
    answer[i] = { interval, burst, math.max(0, early) }
  end
  for i, key in ipairs(KEYS) do
    local interval, burst, early = answer[i][1], answer[i][2], answer[i][3]
    if open then
      full[i] = full[i] + interval
      redis.call('SET', key, string.format('%.3f', full[i]), 'PX', math.ceil(full[i] - now))
    end
    local left = math.max(0, math.floor((interval * burst - (full[i] - now)) / interval + 0.001))
    answer[i] = { left, math.ceil(full[i] - now), open and 0 or math.ceil(early) }
  end
  return answer`;

type TakeCommand = (keys: number, ...args: (string | number)[]) => Promise<[number, number, number][]>;

/** Counts requests in Redis, so that all api processes keep one account. */
@Injectable()
export class RateLimiter {
  constructor(private readonly redis: Redis) {
    redis.defineCommand('takeFromBuckets', { lua: TAKE });
  }

  /**
   * Counts one request, in one round trip.
   * @returns null while Redis cannot be asked, at once: the asker decides what that means
   */
  async take(buckets: readonly Bucket[]): Promise<Level[] | null> {
    if (this.redis.status !== 'ready') return null;
    const { takeFromBuckets } = this.redis as unknown as { takeFromBuckets: TakeCommand };
    const keys = buckets.map(({ name, key }) => keyOf(name, key));
    const rates = buckets.flatMap(({ perSecond, burst }) => [perSecond, burst]);
    const levels = await takeFromBuckets.call(this.redis, keys.length, ...keys, ...rates).catch(() => null);
    return levels && buckets.map((bucket, index) => levelOf(bucket, levels[index] ?? [0, 0, 0]));
  }

  /** What share of each bucket is used up at this moment, 0 to 1; counts nothing, and is 0 while Redis cannot be asked. */
  async spent(buckets: readonly Bucket[]): Promise<number[]> {
    if (buckets.length === 0 || this.redis.status !== 'ready') return buckets.map(() => 0);
    const keys = buckets.map(({ name, key }) => keyOf(name, key));
    const [[seconds, micros], full] = await Promise.all([this.redis.time(), this.redis.mget(...keys)]);
    const now = Number(seconds) * 1000 + Number(micros) / 1000;
    return buckets.map(({ perSecond, burst }, index) => {
      const missingMs = Math.max(0, Number(full[index] ?? now) - now);
      return Math.min(1, missingMs / ((burst * 1000) / perSecond));
    });
  }
}

function keyOf(name: string, key: string): string {
  return `rate:${name}:${key}`;
}

function levelOf(bucket: Bucket, [remaining, fullInMs, retryInMs]: [number, number, number]): Level {
  return { bucket, remaining, fullInMs, retryInMs };
}
