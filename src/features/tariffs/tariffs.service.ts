import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { TenantsReader } from '../tenants/tenants.reader';
import { WEEKDAYS } from '../numbers/domain/opening-hours';
import type { Tariff } from './domain/tariff';
import { tariffAt, tariffSpans } from './domain/tariff-spans';
import type { TimeBand } from './domain/time-bands';
import type { TariffDto, TariffsDto, TimeBandDto } from './tariffs.dto';
import { TariffsReader } from './tariffs.reader';

@Injectable()
export class TariffsService {
  constructor(
    private readonly tariffs: TariffsReader,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
  ) {}

  async get(): Promise<TariffsDto> {
    const { timezone } = await this.tenants.current();
    const versions = await this.tariffs.versions(timezone);
    const current = tariffAt(tariffSpans(versions), this.clock.now());
    return { current: current ? shown(current) : null, versions: versions.map(shown) };
  }
}

function shown({ bands = [], holidays = [], rates, ...tariff }: Tariff): TariffDto {
  return {
    ...tariff,
    bands: bands.map(({ week, ...band }) => ({ ...band, days: daysOf(week) })),
    holidays: [...holidays],
    rates: rates.map(({ band = null, ...row }) => ({ ...row, band })),
  };
}

function daysOf(week: TimeBand['week']): TimeBandDto['days'] {
  return WEEKDAYS.filter((day) => week[day].length > 0).map((day) => ({ day, spans: week[day] }));
}
