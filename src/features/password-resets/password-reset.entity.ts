import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

const TIME = { type: 'datetime', precision: 3 } as const;

/** A user may set another password once, by a token that was mailed. */
@Audited()
@Entity('password_resets')
export class PasswordReset extends TenantOwned {
  @Column(ID_COLUMN)
  personId: string;

  /** Of the token, which is in the mail alone. */
  @Column({ type: 'char', length: 43 })
  tokenHash: string;

  /** From where it was asked for. */
  @Column({ type: 'varchar', length: 45 })
  address: string;

  @Column(TIME)
  expiresAt: Date;

  /** Null until the mail server has taken the mail. */
  @Column({ ...TIME, nullable: true })
  sentAt: Date | null;

  @Column({ ...TIME, nullable: true })
  usedAt: Date | null;
}
