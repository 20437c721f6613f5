import { Column, Entity } from 'typeorm';
import { NotAudited } from '../audit/audited';
import { TenantOwned } from '../database/tenant-owned';

/** One version of a tenant's key, wrapped by a master key. The row stays when the key is destroyed. */
@NotAudited('made by the program; what an operator does with them notes tenant-keys.ts')
@Entity('tenant_keys')
export class TenantKey extends TenantOwned {
  /** 1, 2, 3 …: new data is sealed with the greatest. */
  @Column({ type: 'int', unsigned: true })
  version: number;

  @Column({ type: 'char', length: 16, charset: 'ascii' })
  masterId: string;

  /** Null once destroyed: what was sealed with it can never be read again. */
  @Column({ type: 'varbinary', length: 100, nullable: true })
  wrapped: Buffer | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  destroyedAt: Date | null;
}
