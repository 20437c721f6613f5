import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

/** Nest's own messages, in the product's log. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown): void {
    this.target.debug({}, String(message));
  }

  warn(message: unknown): void {
    this.target.warn({}, String(message));
  }

  error(message: unknown, stack?: unknown): void {
    this.target.error({ stack }, String(message));
  }
}
