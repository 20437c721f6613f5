import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantConfiguration } from '../../platform/database/tenant-owned';

/** How long a tenant keeps personal data; without a row the defaults of domain/retention-terms.ts hold. */
@Audited()
@Entity('retention_policies')
export class RetentionPolicy extends TenantConfiguration {
  @Column({ type: 'int', unsigned: true })
  recordingDays: number;

  /** After so many days the numbers of the outside parties go from calls, legs and usage. */
  @Column({ type: 'int', unsigned: true })
  numberDays: number;
}
