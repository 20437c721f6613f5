import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { deleteInBatches } from '../../platform/jobs/delete-in-batches';
import { Log } from '../../platform/logging/log';

const KEPT_MS = 90 * 24 * 3600 * 1000;

/** Deletes what is left of sessions that could have ended 90 days ago at the latest. */
@Injectable()
export class SessionsSchedule {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Cron('0 50 3 * * *', { name: 'sessions', timeZone: 'UTC' })
  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    try {
      for (const table of ['sessions', 'staff_sessions']) await deleteInBatches(this.database, table, 'expires_at < ?', [before]);
    } catch (error) {
      this.log.error({ err: error }, 'old sessions could not be deleted, will try again tomorrow');
    }
  }
}
