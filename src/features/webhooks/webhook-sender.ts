import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { DueWork, type Lane } from '../../platform/jobs/due-work';
import { Log } from '../../platform/logging/log';
import { WebhookAttempt } from './webhook-attempt';

const EVERY_MS = 500;
/** Endpoints that are sent to at once. */
const PLACES = { ofAll: 32, ofOneTenant: 4 };

/** Sends deliveries as they come due: to an endpoint one at a time. */
@Injectable()
export class WebhookSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly work: DueWork;

  constructor(
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
    attempt: WebhookAttempt,
    log: Log,
  ) {
    this.work = new DueWork(
      {
        due: () => this.due(),
        next: ({ id }) => attempt.next(id),
        failed: (error, lane) => log.error({ err: error, endpointId: lane?.id }, 'webhooks could not be sent, will try again'),
      },
      PLACES,
    );
  }

  onApplicationBootstrap(): void {
    this.work.start(EVERY_MS);
  }

  /** While there still is a database to write to. */
  beforeApplicationShutdown(): Promise<void> {
    return this.work.stop();
  }

  /** Endpoints, the one that has waited longest first. */
  private due(): Promise<Lane[]> {
    return this.database.sql<Lane>(
      `SELECT tenant_id AS tenantId, endpoint_id AS id FROM webhook_deliveries WHERE due_at <= ?
        GROUP BY tenant_id, endpoint_id ORDER BY MIN(due_at)`,
      [this.clock.now()],
    );
  }
}
