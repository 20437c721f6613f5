import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { ReportsDatabase } from '../../platform/database/reports-database';
import { Redis } from '../../platform/redis/redis';
import { byLimits, type Check } from './domain/check';

/** Milliseconds for the shortest question. */
const SLOW = { warn: 100, bad: 1000 };
const BYTES_PER_MEGABYTE = 1_000_000;

/** What everything else stands on. */
@Injectable()
export class BackboneChecks {
  constructor(
    private readonly database: ReportsDatabase,
    private readonly redis: Redis,
    private readonly config: Config,
  ) {}

  looks() {
    return {
      database: () => this.databaseCheck(),
      redis: () => this.redisCheck(),
      mails: (): Check => ({ id: 'mails', state: this.config.SMTP_URL === undefined ? 'off' : 'good', figures: {} }),
    };
  }

  private async databaseCheck(): Promise<Check> {
    const began = performance.now();
    const [row] = await this.database.sql<{ version: string }>('SELECT VERSION() AS version');
    const milliseconds = Math.round(performance.now() - began);
    return { id: 'database', state: byLimits(milliseconds, SLOW), figures: { milliseconds, version: row?.version ?? '' } };
  }

  private async redisCheck(): Promise<Check> {
    const began = performance.now();
    const info = await this.redis.info();
    const milliseconds = Math.round(performance.now() - began);
    const figure = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
    const figures = { milliseconds, version: figure('redis_version'), megabytes: Math.round(Number(figure('used_memory')) / BYTES_PER_MEGABYTE) };
    return { id: 'redis', state: byLimits(milliseconds, SLOW), figures };
  }
}
