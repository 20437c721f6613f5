import type { Response } from 'express';
import { AppError } from '../errors/app-error';
import type { Level } from './bucket';
import { rateHeaders, retryAfter } from './rate-headers';

/**
 * Tells the asker what is left.
 * @throws AppError rate_limited when that is nothing
 */
export function applyLevels(response: Response, levels: readonly Level[]): void {
  for (const [name, value] of Object.entries(rateHeaders(levels))) response.setHeader(name, value);
  const seconds = retryAfter(levels);
  if (seconds !== null) throw new AppError('rate_limited', `Too many requests: try again in ${seconds} s.`, [], seconds);
}
