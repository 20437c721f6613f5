import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantConfiguration } from '../../platform/database/tenant-owned';
import type { BreakReason } from './domain/break-reason';

/** The reasons for breaks that a tenant's agents choose from; without a row they are the usual ones. */
@Audited()
@Entity('break_reason_lists')
export class BreakReasonList extends TenantConfiguration {
  /** In the order in which they are shown. */
  @Column({ type: 'json' })
  reasons: BreakReason[];
}
