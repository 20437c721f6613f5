import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { decimalOf, parseMicro } from '../../platform/money/money';
import { billingPeriodAt } from '../../platform/time/billing-period';
import { type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { TariffSpec, TenantSpec } from '../tenants/domain/tenant-spec';
import { ratesOf, TariffVersion } from './tariff.entity';

/**
 * The tariff of a tenant's file. A change of prices is a new version, in force from the first day of the month in
 * which it was applied; the months before keep theirs.
 */
@Injectable()
export class TariffsPart implements TenantPart, OnModuleInit {
  readonly order = 70;

  constructor(
    private readonly parts: TenantParts,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const [latest] = await this.database.table(TariffVersion).find({}, { validFrom: 'DESC', id: 'DESC' });
    return latest ? { tariff: specOf(latest) } : {};
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    if (current && JSON.stringify(current.tariff) === JSON.stringify(desired.tariff)) return;
    const now = this.clock.now();
    await this.database.table(TariffVersion).insert({
      id: newId('tariff'),
      validFrom: billingPeriodAt(now, desired.timezone).firstDay,
      currency: desired.currency,
      platformFeeMicro: parseMicro(desired.tariff.platformFee),
      seatLeaseMicro: parseMicro(desired.tariff.seatLease),
      numberRentalMicro: parseMicro(desired.tariff.numberRental),
      bands: desired.tariff.bands,
      holidays: desired.tariff.holidays,
      rates: desired.tariff.rates,
      createdAt: now,
    });
  }

  /** A tariff that ended still prices the calls of its days. */
  async remove(): Promise<void> {}
}

function specOf(row: TariffVersion): TariffSpec {
  return {
    platformFee: decimalOf(row.platformFeeMicro),
    seatLease: decimalOf(row.seatLeaseMicro),
    numberRental: decimalOf(row.numberRentalMicro),
    bands: row.bands as TariffSpec['bands'],
    holidays: row.holidays as string[],
    rates: ratesOf(row),
  };
}
