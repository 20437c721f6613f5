import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantLeased } from '../../platform/database/tenant-owned';
import type { ScriptByHours } from './domain/scripts-by-hours';

/** A number that callers dial; it has one owner on the whole platform. */
@Audited()
@Entity('numbers')
export class PhoneNumber extends TenantLeased {
  /** E.164 with `+`, or a national service number's digits. */
  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  number: string;

  /** Null only once its lease has ended. */
  @Column({ ...ID_COLUMN, nullable: true })
  queueId: string | null;

  @Column({ ...ID_COLUMN, nullable: true })
  calendarId: string | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  greeting: string | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  closed: string | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  ivr: string | null;

  /** In their order. */
  @Column({ type: 'json' })
  scriptsByHours: ScriptByHours[];

  /** Its callers are led by the draft of the script that leads them, as long as that could be published as it is. */
  @Column({ type: 'boolean' })
  testsDraft: boolean;
}
