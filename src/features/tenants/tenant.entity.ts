import { Column, Entity, PrimaryColumn } from 'typeorm';
import { EXACT_TEXT } from '../../platform/database/exact-text';
import { ID_COLUMN } from '../../platform/database/tenant-owned';

/** A company that rents a call centre. The provider's row: tenants never write it. */
@Entity('tenants')
export class Tenant {
  @PrimaryColumn(ID_COLUMN)
  id: string;

  /** Short name in addresses, file names and contexts; never changes. */
  @Column({ type: 'varchar', length: 31, ...EXACT_TEXT })
  slug: string;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @Column({ type: 'varchar', length: 190, ...EXACT_TEXT })
  domain: string;

  @Column({ type: 'varchar', length: 60 })
  timezone: string;

  @Column({ type: 'char', length: 3 })
  currency: string;

  @Column({ type: 'varchar', length: 10 })
  locale: string;

  @Column({ type: 'int', unsigned: true })
  concurrentCalls: number;

  @Column({ type: 'int', unsigned: true })
  seatLimit: number;

  /** Requests to the API; null is the installation's usual. */
  @Column({ type: 'int', unsigned: true, nullable: true })
  requestsPerSecond: number | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt: Date;

  /** Set when the tenant was removed; its calls and invoices stay. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  removedAt: Date | null;
}
