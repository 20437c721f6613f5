import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ProviderOwned } from '../../platform/database/provider-owned';
import { ID_COLUMN } from '../../platform/database/tenant-owned';

/**
 * A number that the provider holds and can lease out. The database lets nobody lease one that is not here, and nobody
 * take one out while it is leased (`numbers_stocked`).
 */
@Audited()
@Entity('number_stock')
export class StockedNumber extends ProviderOwned {
  /** Spelt as `readPhoneNumber` does. */
  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  number: string;

  /**
   * The one tenant that may lease it; null for any. Leasing it holds it, and the hold outlives the lease: a number given
   * up by mistake can be had back, and no other tenant is given a company's callers by asking for its number first. Nor
   * does it end as the tenant is removed, for the same reason; but then a tenant's file, which the provider applies, may
   * give the number to another.
   */
  @Column({ ...ID_COLUMN, nullable: true })
  heldFor: string | null;
}
