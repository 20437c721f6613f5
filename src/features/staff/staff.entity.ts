import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID_COLUMN } from '../../platform/database/tenant-owned';
import type { KeptPassword } from '../../platform/auth/kept-password';
import type { StaffRole } from '../../platform/auth/permissions';

/** One of the provider's own people. */
@Entity('staff')
export class Staff implements KeptPassword {
  @PrimaryColumn(ID_COLUMN)
  id: string;

  @Column({ type: 'varchar', length: 200 })
  email: string;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @Column({ type: 'varchar', length: 30 })
  role: StaffRole;

  @Column({ type: 'varchar', length: 200, nullable: true })
  passwordHash: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  passwordSetAt: Date | null;

  @Column({ type: 'boolean' })
  passwordTemporary: boolean;

  @Column({ type: 'json', nullable: true })
  formerPasswordHashes: string[] | null;

  @Column({ type: 'boolean' })
  active: boolean;

  @Column({ type: 'datetime', precision: 3 })
  createdAt: Date;
}
