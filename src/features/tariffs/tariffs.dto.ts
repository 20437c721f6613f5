import { BooleanField, ChoiceField, IdField, IntegerField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields';
import { MoneyField } from '../../platform/http/money-field';
import { WEEKDAYS } from '../numbers/domain/opening-hours';
import { DIRECTIONS } from './domain/tariff';

/** One rung of a rate; what each field means: domain/tariff.ts. */
export class RateRowDto {
  @ChoiceField(DIRECTIONS, { example: 'inbound' })
  direction: string;

  @TextField({ min: 0, max: 20, description: 'Start of the number called; empty for all others.', example: '+86' })
  prefix: string;

  @MoneyField({ description: 'Once per answered call.' })
  connectFeeMicro: bigint;

  @MoneyField({ description: 'For `unit_seconds`.' })
  priceMicro: bigint;

  @IntegerField({ min: 1, example: 60 })
  unitSeconds: number;

  @IntegerField({ min: 1, example: 60, description: 'Time is rounded up to a multiple of it.' })
  incrementSeconds: number;

  @IntegerField({ example: 0, description: 'The row holds from this second of the call on.' })
  fromSecond: number;

  @TextField({ nullable: true, max: 41, example: null, description: 'The band in which it holds; null wherever no row of a band does.' })
  band: string | null;
}

class DaySpanDto {
  @TextField({ min: 5, max: 5, example: '22:00' })
  open: string;

  @TextField({ min: 5, max: 5, example: '07:00', description: 'On the day after where it is not after the opening; 24:00 is midnight.' })
  close: string;
}

class BandDayDto {
  @ChoiceField(WEEKDAYS, { example: 'mon' })
  day: string;

  @ListField(() => DaySpanDto, { max: 24 })
  spans: DaySpanDto[];
}

/** A part of the week with prices of its own. */
export class TimeBandDto {
  @TextField({ max: 41, example: 'night' })
  name: string;

  @ListField(() => BandDayDto, { max: 7, description: 'Days on which it does not hold are left out.' })
  days: BandDayDto[];

  @BooleanField({ example: true, description: 'Whether it holds all day on the holidays.' })
  holidays: boolean;
}

export class TariffDto {
  @IdField('tariff')
  id: string;

  @TextField({ min: 10, max: 10, description: "First day, in the tenant's zone.", example: '2026-11-01' })
  validFrom: string;

  @TextField({ min: 3, max: 3, example: 'CNY' })
  currency: string;

  @MoneyField({ description: 'A month.' })
  platformMonthlyMicro: bigint;

  @MoneyField({ description: 'A seat and month.' })
  seatMonthlyMicro: bigint;

  @MoneyField({ description: 'A number and month.' })
  numberMonthlyMicro: bigint;

  @ListField(() => TimeBandDto, { max: 50, description: 'Parts of the week with prices of their own: of two that cover a moment the first one holds.' })
  bands: TimeBandDto[];

  @TextListField({ max: 10, example: ['2026-10-01'] })
  holidays: string[];

  @ListField(() => RateRowDto)
  rates: RateRowDto[];
}

export class TariffsDto {
  @ObjectField(() => TariffDto, { nullable: true, description: 'The version in force now.' })
  current: TariffDto | null;

  @ListField(() => TariffDto, { description: 'All versions, the latest first.' })
  versions: TariffDto[];
}
