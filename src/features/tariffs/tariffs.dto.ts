import { ChoiceField, IdField, IntegerField, ListField, ObjectField, TextField } from '../../platform/http/fields';
import { MoneyField } from '../../platform/http/money-field';
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

  @ListField(() => RateRowDto)
  rates: RateRowDto[];
}

export class TariffsDto {
  @ObjectField(() => TariffDto, { nullable: true, description: 'The version in force now.' })
  current: TariffDto | null;

  @ListField(() => TariffDto, { description: 'All versions, the latest first.' })
  versions: TariffDto[];
}
