import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { Log } from '../../platform/logging/log';

const KEPT_MS = 30 * 24 * 3600 * 1000;
/** Bodies are large: so many in one transaction. */
const BATCH = 500;

/** Deletes what was kept aside of CDRs when nobody has asked for it in 30 days. */
@Injectable()
export class CdrRejectsSchedule {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Cron('0 40 3 * * *', { name: 'cdr-rejects', timeZone: 'UTC' })
  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    try {
      while ((await this.deleteSome(before)) === BATCH);
    } catch (error) {
      this.log.error({ err: error }, 'old rejected CDRs could not be deleted, will try again tomorrow');
    }
  }

  private async deleteSome(before: Date): Promise<number> {
    const statement = 'DELETE FROM cdr_rejects WHERE created_at < ? ORDER BY created_at LIMIT ?';
    const result: unknown = await this.database.sql(statement, [before, BATCH]);
    return (result as { affectedRows: number }).affectedRows;
  }
}
