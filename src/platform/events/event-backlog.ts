import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { Clock } from '../clock/clock';
import { ProviderDatabase } from '../database/provider-database';
import { Metrics } from '../health/metrics';
import { type EventEnvelope, EVENTS_QUEUE } from './event-envelope';

/** Tells Prometheus of the events that wait and of those given up. */
@Injectable()
export class EventBacklog {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
    @InjectQueue(EVENTS_QUEUE) queue: Queue<EventEnvelope>,
    metrics: Metrics,
  ) {
    metrics.measure(
      'seatline_outbox_age_seconds',
      'Age of the oldest event in the outbox, whether or not this process handles its type; 0 when it is empty.',
      () => this.oldestSeconds(),
    );
    metrics.measure('seatline_failed_jobs', 'Events whose handler failed until there were no more attempts.', () =>
      queue.getFailedCount(),
    );
  }

  private async oldestSeconds(): Promise<number> {
    const [oldest] = await this.database.sql<{ at: Date }>('SELECT created_at AS at FROM outbox ORDER BY id LIMIT 1');
    return oldest ? Math.max(0, (this.clock.now().getTime() - oldest.at.getTime()) / 1000) : 0;
  }
}
