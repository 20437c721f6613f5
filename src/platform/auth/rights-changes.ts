import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from '../redis/redis';

type Listener = (subject: string) => void;

/**
 * Tells every process whose rights may be others now: the id of a person, a session, an API key, a grant or a tenant. Nothing is
 * decided by it: whoever hears it looks at the database again. A lost announcement costs the time until the next look.
 */
@Injectable()
export class RightsChanges implements OnApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private subscriber: Redis | undefined;

  constructor(private readonly redis: Redis) {}

  /** Call it after the commit: who looks before sees what was. */
  async announce(subject: string): Promise<void> {
    await this.redis.publish(this.channel(), subject).catch(() => undefined);
  }

  /** Begins to hear as soon as Redis can be reached. */
  listen(listener: Listener): void {
    this.listeners.add(listener);
    if (this.subscriber) return;
    this.subscriber = this.redis.duplicate({ maxRetriesPerRequest: null }) as Redis;
    this.subscriber.on('error', () => undefined);
    this.subscriber.on('message', (_channel, subject) => this.listeners.forEach((each) => each(subject)));
    this.subscriber.subscribe(this.channel()).catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.subscriber?.disconnect();
  }

  /** Channels know no database numbers: installations that share a Redis do not hear one another. */
  private channel(): string {
    return `rights:${this.redis.options.db ?? 0}`;
  }
}
