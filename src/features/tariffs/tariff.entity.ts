import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { MONEY_COLUMN } from '../../platform/database/money-column';
import { TenantOwned } from '../../platform/database/tenant-owned';
import type { RateSpec } from '../tenants/domain/tenant-spec';

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

  /** Parts of the week with prices of their own, see domain/time-bands.ts. */
  @Column({ type: 'json' })
  bands: unknown;

  /** YYYY-MM-DD. */
  @Column({ type: 'json' })
  holidays: unknown;

  /** Rate rows as the tariff's file wrote them; decimals are strings. */
  @Column({ type: 'json' })
  rates: unknown;
}

/** The kept rows; one from before there were bands names none. */
export function ratesOf({ rates }: TariffVersion): RateSpec[] {
  return (rates as (Omit<RateSpec, 'band'> & Partial<RateSpec>)[]).map((rate) => ({ ...rate, band: rate.band ?? null }));
}
