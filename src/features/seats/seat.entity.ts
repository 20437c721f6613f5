import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { EXACT_TEXT } from '../../platform/database/exact-text';
import { ID_COLUMN, TenantLeased } from '../../platform/database/tenant-owned';

/** A leased SIP place. */
@Audited()
@Entity('seats')
export class Seat extends TenantLeased {
  @Column({ type: 'varchar', length: 6, ...EXACT_TEXT })
  extension: string;

  /** MD5(extension:domain:secret), which is all the switch needs to check a digest; null: nobody can register. */
  @Column({ type: 'char', length: 32, nullable: true })
  a1Hash: string | null;

  /** The number that its calls present; null for the tenant's first. */
  @Column({ ...ID_COLUMN, nullable: true })
  callerNumberId: string | null;

  /** While set the seat can neither register nor call. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  suspendedAt: Date | null;

  /** Why it is suspended: see domain/suspension.ts. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  suspension: string | null;
}

/** A seat at which no phone can register yet. */
export const NEW_SEAT = { a1Hash: null, callerNumberId: null, suspendedAt: null, suspension: null } as const;
