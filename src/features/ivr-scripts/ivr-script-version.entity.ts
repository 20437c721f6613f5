import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** A script as it was published once. It never changes. */
@Audited()
@Entity('ivr_script_versions')
export class IvrScriptVersion extends TenantOwned {
  @Column({ type: 'char', length: 30 })
  scriptId: string;

  /** 1, 2, 3 … within its script. */
  @Column({ type: 'int', unsigned: true })
  number: number;

  @Column({ type: 'json' })
  document: object;

  /** Why it was published. */
  @Column({ type: 'varchar', length: 200 })
  note: string;

  /** The name of whoever published it. */
  @Column({ type: 'varchar', length: 200 })
  publishedBy: string;
}
