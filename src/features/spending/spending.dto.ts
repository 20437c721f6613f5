import { TextField } from '../../platform/http/fields';
import { MoneyField } from '../../platform/http/money-field';

/** Money that outbound and transferred calls over the trunk cost, against what they may. */
export class SpendingDto {
  @TextField({ max: 10, example: '2026-11-22', description: "Today, in the tenant's time zone." })
  day: string;

  @TextField({ max: 7, example: '2026-11' })
  month: string;

  @TextField({ max: 3, example: 'CNY' })
  currency: string;

  @MoneyField({ description: 'Of calls that began today and are rated.' })
  daySpentMicro: bigint;

  @MoneyField({ description: 'Of calls that began this month and are rated.' })
  monthSpentMicro: bigint;

  @MoneyField({ description: 'For calls under way, and those not rated yet; nothing is reserved where there is no bound.' })
  reservedMicro: bigint;

  @MoneyField({ nullable: true, description: 'What a day may cost; null is no bound.' })
  spendPerDayMicro: bigint | null;

  @MoneyField({ nullable: true, description: 'What a month may cost; null is no bound.' })
  spendPerMonthMicro: bigint | null;
}
