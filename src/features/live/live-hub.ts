import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from '../../platform/redis/redis';
import type { LiveChange } from './domain/live-view';
import { LIVE_STREAM } from './live-store';

export interface StreamedChange {
  cursor: string;
  change: LiveChange;
}

type Listener = (change: StreamedChange) => void;
type Entry = [id: string, fields: string[]];

const BLOCK_MS = 2000;
const TROUBLED_MS = 1000;

/** Reads the live stream once per process and hands each tenant's changes to that tenant's listeners alone. */
@Injectable()
export class LiveHub implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Map<string, Set<Listener>>();
  private reader: Redis | undefined;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly redis: Redis) {}

  onApplicationBootstrap(): void {
    // a blocking read would hold up every other command of a shared connection
    this.reader = this.redis.duplicate() as Redis;
    this.reader.on('error', () => undefined);
    this.running = this.run(this.reader);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.reader?.disconnect();
    await this.running;
  }

  /** @returns how to stop listening. */
  listen(tenantId: string, listener: Listener): () => void {
    const ofTenant = this.listeners.get(tenantId) ?? new Set<Listener>();
    this.listeners.set(tenantId, ofTenant.add(listener));
    return () => {
      ofTenant.delete(listener);
      if (ofTenant.size === 0) this.listeners.delete(tenantId);
    };
  }

  /** A tenant's changes after a cursor, or null when some of them are no longer kept. */
  async since(tenantId: string, cursor: string): Promise<StreamedChange[] | null> {
    const [oldest] = (await this.redis.xrange(LIVE_STREAM, '-', '+', 'COUNT', 1)) as Entry[];
    if (!oldest || isBefore(cursor, oldest[0])) return null;
    const entries = (await this.redis.xrange(LIVE_STREAM, `(${cursor}`, '+')) as Entry[];
    return entries.map(read).flatMap(({ tenant, ...change }) => (tenant === tenantId ? [change] : []));
  }

  /** Not `$`, which would skip whatever comes between two reads. */
  private async latest(): Promise<string> {
    const [last] = (await this.redis.xrevrange(LIVE_STREAM, '+', '-', 'COUNT', 1)) as Entry[];
    return last?.[0] ?? '0-0';
  }

  private async run(reader: Redis): Promise<void> {
    let cursor: string | undefined;
    while (!this.stopped) {
      try {
        cursor ??= await this.latest();
        const answer = await reader.xread('COUNT', 500, 'BLOCK', BLOCK_MS, 'STREAMS', LIVE_STREAM, cursor);
        for (const entry of (answer?.[0]?.[1] ?? []) as Entry[]) {
          cursor = entry[0];
          const { tenant, ...change } = read(entry);
          for (const listener of this.listeners.get(tenant) ?? []) listener(change);
        }
      } catch {
        if (!this.stopped) await new Promise((resolve) => setTimeout(resolve, TROUBLED_MS));
      }
    }
  }
}

function read([cursor, fields]: Entry): StreamedChange & { tenant: string } {
  const value = (name: string) => fields[fields.indexOf(name) + 1] ?? '';
  return { cursor, tenant: value('tenant'), change: JSON.parse(value('change')) as LiveChange };
}

/** Stream ids are `milliseconds-sequence`. */
export function isBefore(a: string, b: string): boolean {
  const [[aTime = 0, aSequence = 0], [bTime = 0, bSequence = 0]] = [a, b].map((id) => id.split('-').map(Number)) as [
    number[],
    number[],
  ];
  return aTime < bTime || (aTime === bTime && aSequence < bSequence);
}
