import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** Which user somebody is whom an identity provider knows; at most one subject of an issuer for a user. */
@Audited()
@Entity('identity_links')
export class IdentityLink extends TenantOwned {
  @Column(ID_COLUMN)
  personId: string;

  /** As ID tokens name it. */
  @Column({ type: 'varchar', length: 500, charset: 'utf8mb4', collation: 'utf8mb4_bin' })
  issuer: string;

  /** The issuer's own name of the person, which never becomes another's. */
  @Column({ type: 'varchar', length: 255, charset: 'ascii', collation: 'ascii_bin' })
  subject: string;
}
