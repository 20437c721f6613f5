import { InjectQueue } from '@nestjs/bull';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Queue } from 'bull';
import { In } from 'typeorm';
import { ProviderDatabase } from '../database/provider-database';
import { Log } from '../logging/log';
import { type EventEnvelope, EVENTS_QUEUE } from './event-envelope';
import { jobOptions } from './event-jobs';
import { EventHandlers } from './event-handlers';
import { OutboxEntry } from './outbox-entry.entity';

const BATCH = 200;
const IDLE_MS = 150;
const TROUBLED_MS = 2000;

/**
 * Moves events from the outbox to their handlers' queue. A crash between the two repeats a batch; the job id makes
 * the repetition harmless while the job is queued, and handlers are idempotent for the rest. Events of a type that
 * this process has no handler for stay: while a new version is rolled out, they are the newer workers'.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: ProviderDatabase,
    private readonly handlers: EventHandlers,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue<EventEnvelope>,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** First of all stops: the queue and the database are closed after it. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const pause = await this.relayBatch().catch((error: unknown) => {
        this.log.error({ err: error }, 'outbox relay failed, will try again');
        return TROUBLED_MS;
      });
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /**
   * Read committed: at the stricter level the end of the table would be locked while Redis takes its time, and nobody
   * could write an event, nor the CDR that causes it.
   */
  private relayBatch(): Promise<number> {
    return this.database.transaction(async () => {
      const manager = this.database.manager();
      const entries = await manager
        .createQueryBuilder(OutboxEntry, 'entry')
        .where({ type: In(this.handlers.types()) })
        .orderBy('entry.id')
        .limit(BATCH)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      if (entries.length === 0) return IDLE_MS;
      await this.queue.addBulk(entries.flatMap((entry) => this.jobsOf(entry)));
      await manager.delete(OutboxEntry, entries.map((entry) => entry.id));
      return 0;
    }, 'READ COMMITTED');
  }

  private jobsOf(entry: OutboxEntry) {
    return this.handlers.names(entry.type).map((handler) => ({
      data: { tenantId: entry.tenantId, type: entry.type, handler, payload: entry.payload },
      opts: jobOptions(entry, handler),
    }));
  }
}
