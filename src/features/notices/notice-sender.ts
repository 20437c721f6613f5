import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { Log } from '../../platform/logging/log';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { NoticeAttempt } from './notice-attempt';

const EVERY_MS = 1000;
/** Tenants that are sent for at once, each one notice after the other. */
const MOST = 8;

/** Sends notices as they come due. The rows are the queue: what a killed worker had begun is due again when its lease ends. */
@Injectable()
export class NoticeSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private looking: Promise<void> | null = null;
  /** By tenant. */
  private readonly sending = new Map<string, Promise<void>>();

  constructor(
    private readonly database: ProviderDatabase,
    private readonly attempt: NoticeAttempt,
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
    await Promise.all(this.sending.values());
  }

  private look(): void {
    this.looking ??= this.begin()
      .catch((error: unknown) => this.log.error({ err: error }, 'notices could not be looked for, will try again'))
      .finally(() => (this.looking = null));
  }

  private async begin(): Promise<void> {
    const due = await this.database.sql<{ tenantId: string }>(
      'SELECT tenant_id AS tenantId FROM notices WHERE due_at <= ? GROUP BY tenant_id ORDER BY MIN(due_at)',
      [this.clock.now()],
    );
    for (const { tenantId } of due) {
      if (this.stopped || this.sending.size >= MOST) return;
      if (this.sending.has(tenantId)) continue;
      this.sending.set(tenantId, this.drain(tenantId).finally(() => this.sending.delete(tenantId)));
    }
  }

  private async drain(tenantId: string): Promise<void> {
    const next = () => tenantContext.open({ tenantId }, () => this.attempt.next());
    try {
      while (!this.stopped && (await next()));
    } catch (error) {
      this.log.error({ err: error, tenantId }, 'a notice could not be sent, will try again');
    }
  }
}
