import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Queue } from 'bull';
import { Log } from '../logging/log';
import { type EventEnvelope, EVENTS_QUEUE } from './event-envelope';

const DAY_MS = 24 * 3600 * 1000;
/** A done job only keeps its event from being queued twice; a failed one waits for somebody who mends its cause. */
const KEPT_MS = { completed: DAY_MS, failed: 30 * DAY_MS } as const;
/** One script each, during which Redis does nothing else. */
const BATCH = 1000;

/** Deletes what is left of events: they may hold numbers of outside parties, which no retention policy reaches in Redis. */
@Injectable()
export class OldJobsSchedule {
  constructor(
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue<EventEnvelope>,
    private readonly log: Log,
  ) {}

  @Cron('0 10 4 * * *', { name: 'old-jobs', timeZone: 'UTC' })
  async run(): Promise<void> {
    try {
      for (const status of ['completed', 'failed'] as const) {
        while ((await this.queue.clean(KEPT_MS[status], status, BATCH)).length === BATCH);
      }
    } catch (error) {
      this.log.error({ err: error }, 'old jobs could not be deleted, will try again tomorrow');
    }
  }
}
