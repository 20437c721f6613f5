import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { EXACT_TEXT } from '../../platform/database/exact-text';
import { TenantConfiguration } from '../../platform/database/tenant-owned';

/** A script under its name; numbers name it so. */
@Audited()
@Entity('ivr_scripts')
export class IvrScript extends TenantConfiguration {
  @Column({ type: 'varchar', length: 41, ...EXACT_TEXT })
  name: string;

  @Column({ type: 'varchar', length: 200 })
  description: string;

  /** The document that is worked on. It may be half done: only what is published has to be right. */
  @Column({ type: 'json' })
  draft: object;

  /** The number of the version that callers are led by; null before the first, and when it was taken out of service. */
  @Column({ type: 'int', unsigned: true, nullable: true })
  live: number | null;
}
