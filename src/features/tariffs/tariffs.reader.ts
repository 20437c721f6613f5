import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { parseMicro } from '../../platform/money/money';
import type { RateSpec } from '../tenants/domain/tenant-spec';
import type { RateRow, Tariff } from './domain/tariff';
import type { TimeBand } from './domain/time-bands';
import { ratesOf, TariffVersion } from './tariff.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class TariffsReader {
  constructor(private readonly database: TenantDatabase) {}

  /** All versions, the one that was made last first; `timezone` is the tenant's. */
  async versions(timezone: string): Promise<Tariff[]> {
    const rows = await this.database.table(TariffVersion).find({}, { validFrom: 'DESC', id: 'DESC' });
    return rows.map((row) => tariffOf(row, timezone));
  }
}

function tariffOf(row: TariffVersion, timezone: string): Tariff {
  return {
    id: row.id,
    currency: row.currency,
    timezone,
    validFrom: row.validFrom,
    seatMonthlyMicro: row.seatLeaseMicro,
    numberMonthlyMicro: row.numberRentalMicro,
    platformMonthlyMicro: row.platformFeeMicro,
    rates: ratesOf(row).map(rateRowOf),
    bands: row.bands as TimeBand[],
    holidays: row.holidays as string[],
  };
}

function rateRowOf(rate: RateSpec): RateRow {
  return {
    direction: rate.direction,
    prefix: rate.prefix,
    connectFeeMicro: parseMicro(rate.connectFee),
    priceMicro: parseMicro(rate.price),
    unitSeconds: rate.unit,
    incrementSeconds: rate.increment,
    fromSecond: rate.fromSecond,
    ...(rate.band !== null && { band: rate.band }),
  };
}
