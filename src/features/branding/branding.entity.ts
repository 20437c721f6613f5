import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantConfiguration } from '../../platform/database/tenant-owned';

/** How a tenant's people know the portal for theirs; without a row it looks as it comes. */
@Audited()
@Entity('branding')
export class Branding extends TenantConfiguration {
  /** `#rrggbb` in small letters. */
  @Column({ type: 'char', length: 7, nullable: true })
  colour: string | null;

  /** PNG. */
  @Column({ type: 'mediumblob', nullable: true })
  logo: Buffer | null;
}
