import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantConfiguration } from '../../platform/database/tenant-owned';

/** How a call ended, as a tenant calls it: an agent chooses one for each call. */
@Audited()
@Entity('wrap_up_codes')
export class WrapUpCode extends TenantConfiguration {
  /** Stays where the names change: what was noted about calls holds it. */
  @Column({ type: 'varchar', length: 30, charset: 'ascii', collation: 'ascii_bin' })
  code: string;

  @Column({ type: 'varchar', length: 64 })
  name: string;

  /** Null: the name serves both languages. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  nameZh: string | null;

  /** What is not is no longer offered. */
  @Column({ type: 'boolean' })
  active: boolean;
}
