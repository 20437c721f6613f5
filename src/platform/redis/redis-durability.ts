import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Log } from '../logging/log';
import { Redis } from './redis';

/** Jobs live in Redis: says at start when it would forget them. */
@Injectable()
export class RedisDurability implements OnApplicationBootstrap {
  constructor(
    private readonly redis: Redis,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const wrong = await this.shortcomings().catch(() => []);
    if (wrong.length > 0) this.log.warn({ wrong }, 'Redis may lose jobs; set appendonly yes, maxmemory-policy noeviction');
  }

  private async shortcomings(): Promise<string[]> {
    const [, aof] = (await this.redis.config('GET', 'appendonly')) as string[];
    const [, policy] = (await this.redis.config('GET', 'maxmemory-policy')) as string[];
    return [...(aof === 'yes' ? [] : ['appendonly']), ...(policy === 'noeviction' ? [] : ['maxmemory-policy'])];
  }
}
