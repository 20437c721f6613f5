import { Column, Entity } from 'typeorm';
import { TenantOwned } from '../../platform/database/tenant-owned';

export type LeaseKind = 'platform' | 'seat' | 'number';

/** What a tenant rented from when until when; the months' bills are made from it, so it is never deleted. */
@Entity('leases')
export class Lease extends TenantOwned {
  @Column({ type: 'varchar', length: 10 })
  kind: LeaseKind;

  /** The extension or the number; empty for the platform. */
  @Column({ type: 'varchar', length: 31 })
  subject: string;

  @Column({ type: 'datetime', precision: 3 })
  startedAt: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt: Date | null;
}
