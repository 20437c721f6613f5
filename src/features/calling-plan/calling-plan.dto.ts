import { IntegerField, TextListField } from '../../platform/http/fields';
import { MoneyField } from '../../platform/http/money-field';

export class CallingPlanDto {
  @TextListField({
    max: 16,
    example: ['national', 'mobile', '+852'],
    description: 'What may be called: national, mobile, service, international, premium, or prefixes. All else is refused.',
  })
  destinations: string[];

  @MoneyField({ nullable: true, description: 'What outbound calls may cost in a day; null is no bound.' })
  spendPerDayMicro: bigint | null;

  @MoneyField({ nullable: true, description: 'What outbound calls may cost in a month; null is no bound.' })
  spendPerMonthMicro: bigint | null;

  @IntegerField({ example: 20, description: 'Calls that a seat may place in a minute; one that places more is suspended.' })
  seatCallsPerMinute: number;

  @IntegerField({ example: 300, description: 'Calls that all seats together may place in a minute.' })
  callsPerMinute: number;

  @IntegerField({ example: 50, description: 'Calls, in and out, that may begin in a second.' })
  callsPerSecond: number;

  @IntegerField({ example: 10, description: "Calls at once that no other tenant's can take the place of." })
  reservedChannels: number;

  @IntegerField({ example: 240, description: 'The longest that an outbound call may last.' })
  maxCallMinutes: number;
}
