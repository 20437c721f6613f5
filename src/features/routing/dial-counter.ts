import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Log } from '../../platform/logging/log';
import { Redis } from '../../platform/redis/redis';
import { DIAL_WINDOW_MS, type DialCounts } from './domain/dial-rate';

/** The switch waits for our answer. */
const PATIENCE_MS = 500;

/** Counts the calls that seats place, over all api processes: a sorted set of each window's calls by their time. */
@Injectable()
export class DialCounter {
  constructor(
    private readonly redis: Redis,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Counts a call in; one that is asked about twice counts once. Without Redis nothing is counted: calls go on, and the
   * switch's own limit of each seat (`limitSeat`) holds.
   */
  async count(tenantId: string, seatId: string, legUuid: string): Promise<DialCounts> {
    const [seat, tenant] = await Promise.all([
      this.within(`dialled:${seatId}`, legUuid),
      this.within(`dialled:${tenantId}`, legUuid),
    ]);
    return { seat, tenant };
  }

  private async within(key: string, legUuid: string): Promise<number> {
    const now = this.clock.now().getTime();
    const answer = this.redis
      .multi()
      .zremrangebyscore(key, '-inf', now - DIAL_WINDOW_MS)
      .zadd(key, now, legUuid)
      .zcard(key)
      .pexpire(key, DIAL_WINDOW_MS)
      .exec()
      .then((replies) => Number(replies?.[2]?.[1] ?? 0));
    return inTime(answer).catch((error: unknown) => {
      this.log.warn({ err: error }, 'calls of a seat could not be counted');
      return 0;
    });
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer from Redis within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
