import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../platform/clock/clock';
import { Log } from '../../platform/logging/log';
import { Redis } from '../../platform/redis/redis';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { TenantsReader } from '../tenants/tenants.reader';
import { RetentionRunService } from './retention-run.service';

const CLAIM_SECONDS = 20 * 3600;

/** Each night, for each tenant that ever was: who left has a right to be forgotten too. */
@Injectable()
export class RetentionSchedule {
  constructor(
    private readonly tenants: TenantsReader,
    private readonly retention: RetentionRunService,
    private readonly redis: Redis,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Cron('0 20 2 * * *', { name: 'retention', timeZone: 'UTC' })
  async run(): Promise<void> {
    for (const { id } of await this.tenants.everyone()) {
      await this.runOnce(id).catch((error: unknown) =>
        this.log.error({ err: error, tenantId: id }, 'the retention policy could not be followed, will try again tomorrow'),
      );
    }
  }

  /** Of several workers one; a run that was cut short goes on the next night. */
  private async runOnce(tenantId: string): Promise<void> {
    const key = `retention:${tenantId}:${this.clock.now().toISOString().slice(0, 10)}`;
    if (!(await this.redis.set(key, '1', 'EX', CLAIM_SECONDS, 'NX'))) return;
    const { endedAt: _, ...report } = await tenantContext.open({ tenantId }, () => this.retention.run());
    this.log.info({ tenantId, ...report }, 'retention policy followed');
  }
}
