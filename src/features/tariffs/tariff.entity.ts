import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { MONEY_COLUMN } from '../../platform/database/money-column';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** A tenant's prices from a day on. A later tariff takes over on its first day; none is ever edited. */
@Audited()
@Entity('tariffs')
export class TariffVersion extends TenantOwned {
  /** First day, YYYY-MM-DD in the tenant's zone. */
  @Column({ type: 'char', length: 10 })
  validFrom: string;

  @Column({ type: 'char', length: 3 })
  currency: string;

  @Column(MONEY_COLUMN)
  platformFeeMicro: bigint;

  @Column(MONEY_COLUMN)
  seatLeaseMicro: bigint;

  @Column(MONEY_COLUMN)
  numberRentalMicro: bigint;

  /** Rate rows as the tariff's file wrote them; decimals are strings. */
  @Column({ type: 'json' })
  rates: unknown;
}
