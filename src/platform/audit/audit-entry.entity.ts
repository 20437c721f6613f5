import { Column, Entity } from 'typeorm';
import { ID_COLUMN, TenantOwned } from '../database/tenant-owned';
import { NotAudited } from './audited';

/** Who did what to which object of a tenant, and from where. Written once, never changed. */
@NotAudited('it is the log')
@Entity('audit_entries')
export class AuditEntry extends TenantOwned {
  /** 1, 2, 3 … without a gap. */
  @Column({ type: 'bigint', unsigned: true, transformer: { to: (seq: number) => seq, from: Number } })
  seq: number;

  /** `user`, `api_key`, `staff` or `system`. */
  @Column({ type: 'varchar', length: 20 })
  actorKind: string;

  @Column({ ...ID_COLUMN, nullable: true })
  actorId: string | null;

  /** As the actor was called then. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  actorName: string | null;

  /** By which grant one of the provider's people came in. */
  @Column({ ...ID_COLUMN, nullable: true })
  grantId: string | null;

  @Column({ type: 'varchar', length: 45, nullable: true })
  address: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  traceId: string | null;

  @Column({ type: 'varchar', length: 30 })
  action: string;

  /** The table that the object stands in. */
  @Column({ type: 'varchar', length: 40 })
  objectType: string;

  @Column({ type: 'varchar', length: 190 })
  objectId: string;

  /** JSON as it was written, with `before` and `after`. */
  @Column({ type: 'mediumtext', nullable: true })
  detail: string | null;

  @Column({ type: 'char', length: 64 })
  digest: string;
}
