import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';

/** A CDR that could not be read or belongs to no tenant: kept aside whole, for a person to look at. */
@NotAudited('the switch writes it')
@Entity('cdr_rejects')
export class CdrReject {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: string;

  @Column({ type: 'varchar', length: 60 })
  node: string;

  @Column({ type: 'varchar', length: 500 })
  reason: string;

  /** SHA-256 of the body: the same one again is kept once. */
  @Column({ type: 'char', length: 43, charset: 'ascii', collation: 'ascii_bin' })
  bodyHash: string;

  /** Sealed by the master key (platform/encryption/kept-secrets). */
  @Column({ type: 'longblob' })
  body: Buffer;

  @Column({ type: 'datetime', precision: 3 })
  createdAt: Date;
}
