import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantConfiguration } from '../../platform/database/tenant-owned';
import type { Locale } from '../tenants/domain/tenant-spec';

/** Somebody who calls. Who it is is sealed, and no log repeats it: that it changed, `changedAt` tells. */
@Audited('sealed')
@Entity('customers')
export class Customer extends TenantConfiguration {
  /** The client's own CRM's. */
  @Column({ type: 'varchar', length: 40, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  externalId: string | null;

  @Column({ type: 'varchar', length: 5, nullable: true })
  language: Locale | null;

  @Column({ ...ID_COLUMN, nullable: true })
  segmentId: string | null;

  @Column({ type: 'boolean' })
  surveyOptOut: boolean;

  /** Name, note, attributes and numbers (domain/personal-facts). */
  @Column({ type: 'blob' })
  sealed: Buffer;

  @Column({ type: 'datetime', precision: 3 })
  changedAt: Date;
}
