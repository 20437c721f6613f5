import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { ID_COLUMN } from '../database/tenant-owned';

/** An event that must not be lost, written in the transaction that caused it and relayed afterwards. */
@Entity('outbox')
export class OutboxEntry {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: string;

  @Column(ID_COLUMN)
  tenantId: string;

  @Column({ type: 'varchar', length: 60 })
  type: string;

  @Column({ type: 'json' })
  payload: unknown;

  @Column({ type: 'datetime', precision: 3 })
  createdAt: Date;
}
