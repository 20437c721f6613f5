import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { deleteInBatches } from '../../platform/jobs/delete-in-batches';
import { Log } from '../../platform/logging/log';

const KEPT_MS = 30 * 24 * 3600 * 1000;

/** Deletes what was told, or could not be, 30 days after it happened; what is still to be sent stays. */
@Injectable()
export class WebhookDeliveriesSchedule {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Cron('0 0 4 * * *', { name: 'webhook-deliveries', timeZone: 'UTC' })
  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    try {
      await deleteInBatches(this.database, 'webhook_deliveries', "created_at < ? AND status <> 'pending' ORDER BY created_at", [before]);
    } catch (error) {
      this.log.error({ err: error }, 'old webhook deliveries could not be deleted, will try again tomorrow');
    }
  }
}
