import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { TenantSpec } from '../tenants/domain/tenant-spec';
import { RetentionRepository } from './retention.repository';

/** How long a tenant keeps personal data, as its file says it; a file that does not leaves what the tenant has chosen. */
@Injectable()
export class RetentionPart implements TenantPart, OnModuleInit {
  readonly order = 78;

  constructor(
    private readonly parts: TenantParts,
    private readonly retention: RetentionRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const policy = await this.retention.policy();
    return { retention: policy && { recordingDays: policy.recordingDays, numberDays: policy.numberDays } };
  }

  async write(current: TenantSpec | null, { retention }: TenantSpec): Promise<void> {
    if (!retention || JSON.stringify(current?.retention) === JSON.stringify(retention)) return;
    const policy = await this.retention.policy();
    if (policy) await this.retention.savePolicy(policy.version, retention);
    else await this.retention.insertPolicy(retention, this.clock.now());
  }

  /** It stays: who left is still forgotten in time. */
  async remove(): Promise<void> {}
}
