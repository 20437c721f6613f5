import { isIPv6 } from 'node:net';
import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Config } from '../config/config';
import { AppError } from '../errors/app-error';
import { applyLevels } from './apply-levels';
import { type Bucket, ratePerSecond } from './bucket';
import { retryAfter } from './rate-headers';
import { RateLimiter } from './rate-limiter';

/** So many addresses are remembered as blocked at most. */
const MOST_BLOCKED = 10_000;

/**
 * Counts the requests of nobody known by their address, first of all: a request without a credential before anything else
 * is done for it, one with a wrong credential once that has shown. An address that has used up its share is blocked for
 * as long, whatever it shows. While Redis cannot be asked nobody without a credential is let in: signing in costs a
 * password's hashing, and guesses at it would go uncounted.
 */
@Injectable()
export class StrangerLimit implements NestMiddleware {
  private readonly blocked = new Map<string, number>();

  constructor(
    private readonly limiter: RateLimiter,
    private readonly config: Config,
  ) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const address = request.ip ?? '';
    try {
      this.refuseBlocked(address);
      if (request.headers.authorization === undefined) await this.count(address, response);
      else response.once('finish', () => response.statusCode === 401 && void this.count(address).catch(() => undefined));
    } catch (error) {
      return next(error);
    }
    next();
  }

  /** @throws AppError rate_limited for an address that has used up its share */
  refuseBlocked(address: string): void {
    const key = networkOf(address);
    const seconds = Math.ceil(((this.blocked.get(key) ?? 0) - performance.now()) / 1000);
    if (seconds > 0) throw new AppError('rate_limited', `Too many requests: try again in ${seconds} s.`, [], seconds);
    this.blocked.delete(key);
  }

  /** One more of an address that nobody known has shown himself from. @throws AppError rate_limited; unavailable */
  async count(address: string, response?: Response): Promise<void> {
    const rate = ratePerSecond(this.config.STRANGER_REQUESTS_PER_SECOND);
    const bucket: Bucket = { name: 'address', key: networkOf(address), ...rate };
    const levels = await this.limiter.take([bucket]);
    if (!levels) throw new AppError('unavailable', 'Try again in a moment.', [], 1);
    if (response) return applyLevels(response, levels);
    if (this.blocked.size >= MOST_BLOCKED) this.blocked.clear();
    this.blocked.set(bucket.key, performance.now() + (retryAfter(levels) ?? 0) * 1000);
  }
}

/** Whoever has one IPv6 address has the 2^64 of its network. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - groups.length - (tail === '' ? 0 : tail.split(':').length) }, () => '0');
  return [...groups, ...zeros, ...(tail ?? '').split(':')].slice(0, 4).map((group) => parseInt(group || '0', 16).toString(16)).join(':');
}
