import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { deleteInBatches } from '../../platform/jobs/delete-in-batches';
import { Log } from '../../platform/logging/log';

/** They still count for how many an hour may be mailed; what became of them stands in the audit log. */
const KEPT_MS = 24 * 3600 * 1000;

/** Deletes password resets that ended a day ago. */
@Injectable()
export class PasswordResetsSchedule {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Cron('0 55 3 * * *', { name: 'password-resets', timeZone: 'UTC' })
  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    try {
      await deleteInBatches(this.database, 'password_resets', 'expires_at < ?', [before]);
    } catch (error) {
      this.log.error({ err: error }, 'old password resets could not be deleted, will try again tomorrow');
    }
  }
}
