import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** A queue whose calls a code is for; a code without any is for all calls. */
@Audited()
@Entity('wrap_up_code_queues')
export class WrapUpCodeQueue extends TenantOwned {
  @Column(ID_COLUMN)
  wrapUpCodeId: string;

  @Column(ID_COLUMN)
  queueId: string;
}
