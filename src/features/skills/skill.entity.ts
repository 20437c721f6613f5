import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { EXACT_TEXT } from '../../platform/database/exact-text';
import { TenantConfiguration } from '../../platform/database/tenant-owned';

/** What an agent can do, better or worse: a language, a product. */
@Audited()
@Entity('skills')
export class Skill extends TenantConfiguration {
  @Column({ type: 'varchar', length: 64, ...EXACT_TEXT })
  name: string;

  @Column({ type: 'varchar', length: 200 })
  description: string;
}
