import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { DueWork, type Lane } from '../../platform/jobs/due-work';
import { Log } from '../../platform/logging/log';
import { NoticeAttempt } from './notice-attempt';

const EVERY_MS = 1000;
/** Tenants that are sent for at once. */
const PLACES = { ofAll: 8, ofOneTenant: 1 };

/** Sends notices as they come due: of a tenant one at a time. */
@Injectable()
export class NoticeSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly work: DueWork;

  constructor(
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
    attempt: NoticeAttempt,
    log: Log,
  ) {
    this.work = new DueWork(
      {
        due: () => this.due(),
        next: () => attempt.next(),
        failed: (error, lane) => log.error({ err: error, tenantId: lane?.tenantId }, 'notices could not be sent, will try again'),
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

  /** Tenants, the one that has waited longest first. */
  private due(): Promise<Lane[]> {
    return this.database.sql<Lane>(
      'SELECT tenant_id AS tenantId, tenant_id AS id FROM notices WHERE due_at <= ? GROUP BY tenant_id ORDER BY MIN(due_at)',
      [this.clock.now()],
    );
  }
}
