import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { EXACT_TEXT } from '../../platform/database/exact-text';
import { TenantConfiguration } from '../../platform/database/tenant-owned';

/** What numbers, queues and scripts play by its name. Its version counts the changes of its takes, too. */
@Audited()
@Entity('sounds')
export class Sound extends TenantConfiguration {
  @Column({ type: 'varchar', length: 60, ...EXACT_TEXT })
  name: string;

  @Column({ type: 'varchar', length: 200 })
  description: string;
}
