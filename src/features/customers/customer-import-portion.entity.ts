import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** Some lines of a file that wait to be worked off. */
@NotAudited('what becomes of it stands in the log as changes of customers')
@Entity('customer_import_portions')
export class CustomerImportPortion extends TenantOwned {
  @Column(ID_COLUMN)
  importId: string;

  @Column({ type: 'int', unsigned: true })
  position: number;

  /** The lines, sealed as all that says who a customer is. */
  @Column({ type: 'longblob' })
  sealed: Buffer;
}
