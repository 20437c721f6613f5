import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { Log } from '../../platform/logging/log';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { WebhookAttempt } from './webhook-attempt';

const EVERY_MS = 500;
/** Endpoints that are sent to at once, of all tenants and of one. */
const MOST = 32;
const MOST_OF_ONE = 4;

interface Due {
  tenantId: string;
  endpointId: string;
}

/**
 * Sends deliveries as they come due. The rows are the queue: what a killed worker had begun is due again when its lease
 * ends. An endpoint is sent one delivery at a time, and a tenant has a few of the places: one that does not answer has its
 * own deliveries wait, and nobody else's.
 */
@Injectable()
export class WebhookSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private looking: Promise<void> | null = null;
  /** By endpoint. */
  private readonly sending = new Map<string, { tenantId: string; done: Promise<void> }>();

  constructor(
    private readonly database: ProviderDatabase,
    private readonly attempt: WebhookAttempt,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), EVERY_MS);
  }

  /** While there still is a database to write to. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.looking;
    await Promise.all([...this.sending.values()].map(({ done }) => done));
  }

  private look(): void {
    this.looking ??= this.begin()
      .catch((error: unknown) => this.log.error({ err: error }, 'webhooks could not be looked for, will try again'))
      .finally(() => (this.looking = null));
  }

  private async begin(): Promise<void> {
    for (const { tenantId, endpointId } of await this.due()) {
      if (this.stopped || this.sending.size >= MOST) return;
      const ofOne = [...this.sending.values()].filter((each) => each.tenantId === tenantId).length;
      if (this.sending.has(endpointId) || ofOne >= MOST_OF_ONE) continue;
      const done = this.drain({ tenantId, endpointId }).finally(() => this.sending.delete(endpointId));
      this.sending.set(endpointId, { tenantId, done });
    }
  }

  private due(): Promise<Due[]> {
    return this.database.sql<Due>(
      `SELECT tenant_id AS tenantId, endpoint_id AS endpointId FROM webhook_deliveries WHERE due_at <= ?
        GROUP BY tenant_id, endpoint_id ORDER BY MIN(due_at)`,
      [this.clock.now()],
    );
  }

  private async drain({ tenantId, endpointId }: Due): Promise<void> {
    const next = () => tenantContext.open({ tenantId }, () => this.attempt.next(endpointId));
    try {
      while (!this.stopped && (await next()));
    } catch (error) {
      this.log.error({ err: error, endpointId }, 'a webhook could not be sent, will try again');
    }
  }
}
