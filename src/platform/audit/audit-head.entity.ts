import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID_COLUMN } from '../database/tenant-owned';

/** Where a tenant's chain of audit entries ends; its row's lock puts the chain's writers in line. */
@Entity('audit_heads')
export class AuditHeadRow {
  @PrimaryColumn(ID_COLUMN)
  tenantId: string;

  @Column({ type: 'bigint', unsigned: true, transformer: { to: (seq: number) => seq, from: Number } })
  seq: number;

  @Column({ type: 'char', length: 64 })
  digest: string;

  @Column({ type: 'char', length: 64 })
  seal: string;
}
