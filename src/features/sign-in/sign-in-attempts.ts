import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { Redis } from '../../platform/redis/redis';

/** So many may fail without a pause. */
const FREE = 5;
/** After that the pause doubles from one second to this, and all is forgotten after a quiet hour. */
const LONGEST_PAUSE_MS = 300_000;
const FORGOTTEN_MS = 3_600_000;

/**
 * Counts an attempt before its password is looked at, so that many at once are counted too. Answers how many
 * milliseconds too early it comes; one that comes too early is not counted, and 0 may be made.
 */
const COUNT = `
  local now, free, longest, forgotten = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
  local next_at = tonumber(redis.call('HGET', KEYS[1], 'next_at') or '0')
  if next_at > now then return next_at - now end
  local attempts = redis.call('HINCRBY', KEYS[1], 'attempts', 1)
  if attempts >= free then
    redis.call('HSET', KEYS[1], 'next_at', now + math.min(1000 * 2 ^ math.min(attempts - free, 20), longest))
  end
  redis.call('PEXPIRE', KEYS[1], forgotten)
  return 0`;

/** Slows down whoever guesses one account's password; an account that does not exist answers in the same way. */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly redis: Redis,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `rate_limited` while the account's pause lasts */
  async count(account: string): Promise<void> {
    const now = this.clock.now().getTime();
    const early = Number(await this.redis.eval(COUNT, 1, keyOf(account), now, FREE, LONGEST_PAUSE_MS, FORGOTTEN_MS));
    if (early > 0) throw AppError.tooManyAttempts(Math.ceil(early / 1000));
  }

  /** The right password came. */
  async forget(account: string): Promise<void> {
    await this.redis.del(keyOf(account));
  }
}

/** Whatever somebody typed stands in Redis as a digest only. */
function keyOf(account: string): string {
  return `sign-in:${createHash('sha256').update(account).digest('base64url')}`;
}
