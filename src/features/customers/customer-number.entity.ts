import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** A number by which a customer is known when it calls. The number itself is sealed with the customer. */
@NotAudited('part of its customer, whose change stands in the log')
@Entity('customer_numbers')
export class CustomerNumber extends TenantOwned {
  @Column(ID_COLUMN)
  customerId: string;

  /** What it is found by. */
  @Column({ type: 'binary', length: 16 })
  numberIndex: Buffer;
}
