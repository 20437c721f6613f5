import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantLeased } from '../../platform/database/tenant-owned';

/** A leased SIP place. */
@Audited()
@Entity('seats')
export class Seat extends TenantLeased {
  @Column({ type: 'varchar', length: 6 })
  extension: string;

  /** MD5(extension:domain:secret), which is all the switch needs to check a digest; null: nobody can register. */
  @Column({ type: 'char', length: 32, nullable: true })
  a1Hash: string | null;
}
