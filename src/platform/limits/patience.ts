import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../errors/app-error';
import { NEWCOMERS, RightOfWay } from './right-of-way';

/** So long does one who was told to wait, and did not, wait for the next refusal. */
const HELD_MS = 1_000;
/** So many credentials are remembered, and so many answers held back, at most. */
const MOST = 10_000;

/**
 * Keeps those who flood from costing anything: whoever was refused and asks again before the time that was named is held
 * for a second, and then refused, without a look into the database or Redis. A client that asks again as soon as it is
 * answered thus slows itself down, and the others' answers do not stand in line behind its refusals. Having
 * waited as it was told, it lets those pass who are at work.
 */
@Injectable()
export class Patience implements NestMiddleware {
  /** By credential, until when (of performance.now) it was told to wait. */
  private readonly told = new Map<string, number>();
  private held = 0;

  constructor(private readonly way: RightOfWay) {}

  /** Called when somebody is refused: until `milliseconds` from now nothing of that credential's is looked at. */
  tell(credential: string, milliseconds: number): void {
    if (this.told.size >= MOST) this.told.clear();
    this.told.set(credential, performance.now() + milliseconds);
  }

  use({ headers: { authorization = '' } }: Request, _response: Response, next: NextFunction): void {
    const until = this.told.get(authorization);
    if (until === undefined) return next();
    if (until <= performance.now()) {
      this.told.delete(authorization);
      void this.way.letPass(NEWCOMERS).then(() => next());
      return;
    }
    const refuse = () => next(new AppError('rate_limited', 'Too many requests: try again in 1 s.', [], 1));
    if (this.held >= MOST) return refuse();
    this.held += 1;
    setTimeout(() => {
      this.held -= 1;
      refuse();
    }, HELD_MS).unref();
  }
}
