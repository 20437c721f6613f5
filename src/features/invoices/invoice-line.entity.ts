import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { MONEY_COLUMN } from '../../platform/database/money-column';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';
import type { LineDetails } from './domain/line-details';

@NotAudited('it stands in the log as part of its invoice')
@Entity('invoice_lines')
export class InvoiceLine extends TenantOwned {
  @Column(ID_COLUMN)
  invoiceId: string;

  @Column({ type: 'int', unsigned: true })
  position: number;

  @Column({ type: 'varchar', length: 20 })
  kind: string;

  @Column(MONEY_COLUMN)
  amountMicro: bigint;

  /** Quantity, unit price, and what the line opens into. */
  @Column({ type: 'json' })
  details: LineDetails;
}
