import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { Clock } from '../../platform/clock/clock';
import { ReportsDatabase } from '../../platform/database/reports-database';
import { EVENTS_QUEUE } from '../../platform/events/event-envelope';
import { byLimits, type Check, type CheckId } from './domain/check';
import { DUE_WEBHOOKS, OUTBOX, UNSETTLED_CALLS, type WaitingRow } from './health-checks.sql';

const HOUR_MS = 3_600_000;
/** A call is settled seconds after its CDR; the sweep announces it again after minutes. */
const SETTLING_MS = 60_000;
const SHARED_MS = 30_000;
/** Seconds that something may wait. */
const LATE = { warn: 60, bad: 600 };

/** What waits to be done, and for how long. */
@Injectable()
export class WorkChecks {
  /** To look through a day's calls takes a while: those who look meanwhile share what was found. */
  private calls: { until: number; check: Promise<Check> } | null = null;

  constructor(
    private readonly database: ReportsDatabase,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue,
    private readonly clock: Clock,
  ) {}

  looks() {
    return {
      outbox: () => this.waiting('outbox', OUTBOX, []),
      calls: () => this.unsettled(),
      webhooks: () => this.waiting('webhooks', DUE_WEBHOOKS, [this.clock.now()]),
      jobs: () => this.jobs(),
    };
  }

  private unsettled(): Promise<Check> {
    if (this.calls && this.calls.until > performance.now()) return this.calls.check;
    const now = this.clock.now().getTime();
    const span = [new Date(now - 24 * HOUR_MS), new Date(now - SETTLING_MS)];
    const check = this.waiting('calls', UNSETTLED_CALLS, span);
    this.calls = { until: performance.now() + SHARED_MS, check };
    check.catch(() => (this.calls = null));
    return check;
  }

  private async waiting(id: CheckId, statement: string, parameters: unknown[]): Promise<Check> {
    const [row] = await this.database.sql<WaitingRow>(statement, parameters);
    const oldest = row?.oldest ? Math.round((this.clock.now().getTime() - row.oldest.getTime()) / 1000) : 0;
    return { id, state: byLimits(oldest, LATE), figures: { waiting: Number(row?.waiting ?? 0), oldest_seconds: Math.max(0, oldest) } };
  }

  private async jobs(): Promise<Check> {
    const { waiting, active, delayed, failed } = await this.queue.getJobCounts();
    return { id: 'jobs', state: byLimits(failed, { warn: 1, bad: 100 }), figures: { waiting, active, delayed, failed } };
  }
}
