import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { Log } from '../../platform/logging/log';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { CallbackDialler } from './callback-dialler';

const EVERY_MS = 1000;
const AT_WORK = `
  SELECT DISTINCT c.tenant_id AS tenantId FROM callbacks c JOIN tenants t ON t.id = c.tenant_id
   WHERE t.removed_at IS NULL AND ((c.state = 'waiting' AND c.next_at <= ?) OR c.state = 'dialling')`;

/** Each second, for those tenants who have somebody to call back. Two processes that do it at once dial nobody twice. */
@Injectable()
export class CallbacksSchedule {
  private isRunning = false;

  constructor(
    private readonly database: ProviderDatabase,
    private readonly dialler: CallbackDialler,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Interval('callbacks', EVERY_MS)
  async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      const tenants = await this.database.sql<{ tenantId: string }>(AT_WORK, [this.clock.now()]);
      for (const { tenantId } of tenants) {
        await tenantContext
          .open({ tenantId }, () => this.dialler.run())
          .catch((error: unknown) => this.log.error({ err: error, tenantId }, 'nobody was called back, will try again'));
      }
    } catch (error) {
      this.log.error({ err: error }, 'nobody was called back, will try again');
    } finally {
      this.isRunning = false;
    }
  }
}
