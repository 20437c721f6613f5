import { Injectable } from '@nestjs/common';
import { ProviderDatabase } from '../database/provider-database';
import { Redis } from '../redis/redis';

type Check = () => Promise<unknown> | boolean;

/** Whether this process can do its work: its database and Redis, and whatever else its parts add. */
@Injectable()
export class Health {
  private readonly checks = new Map<string, Check>();

  constructor(database: ProviderDatabase, redis: Redis) {
    this.add('database', () => database.sql('SELECT 1'));
    this.add('redis', () => redis.ping());
  }

  /** A check fails by throwing or by answering false. */
  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  /** @returns the names of what is wrong; empty when the process is ready. */
  async problems(): Promise<string[]> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => {
        try {
          return (await check()) === false ? name : null;
        } catch {
          return name;
        }
      }),
    );
    return results.filter((name) => name !== null);
  }
}
