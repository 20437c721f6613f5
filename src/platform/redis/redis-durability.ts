import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Log } from '../logging/log';
import { Redis } from './redis';

/**
 * An event leaves the outbox once Redis has its job. Under `everysec`, the default, Redis acknowledges what a crash
 * within the next second forgets.
 */
const REQUIRED = { appendonly: 'yes', appendfsync: 'always', 'maxmemory-policy': 'noeviction' };

/** @returns what to set, such as `appendfsync always`, for each setting under which Redis may lose jobs. */
export function lossySettings(settings: Record<string, string | undefined>): string[] {
  return Object.entries(REQUIRED)
    .filter(([name, value]) => settings[name] !== value)
    .map(([name, value]) => `${name} ${value}`);
}

/** Jobs live in Redis: says at start when it would forget them. */
@Injectable()
export class RedisDurability implements OnApplicationBootstrap {
  constructor(
    private readonly redis: Redis,
    private readonly log: Log,
  ) {}

  /** A Redis that does not tell its settings, as some providers' do, is taken to be well set up. */
  async onApplicationBootstrap(): Promise<void> {
    const set = await this.settings().then(lossySettings, () => []);
    if (set.length > 0) this.log.warn({ set }, 'Redis may lose jobs with its present settings');
  }

  private async settings(): Promise<Record<string, string | undefined>> {
    const pairs = Object.keys(REQUIRED).map((name) => this.redis.config('GET', name) as Promise<string[]>);
    return Object.fromEntries(await Promise.all(pairs)) as Record<string, string | undefined>;
  }
}
