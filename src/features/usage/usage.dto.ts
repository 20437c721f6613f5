import { ChoiceField, IdField, IntegerField, ListField, PersonalNumberField, TextField, TimeField } from '../../platform/http/fields';
import { MoneyField } from '../../platform/http/money-field';
import { PageRequest } from '../../platform/http/page';
import { MONTH, MONTH_RULE } from '../../platform/time/billing-period';
import { DIRECTIONS } from '../tariffs/domain/tariff';

export class UsageRequest extends PageRequest {
  @TextField({
    optional: true, min: 7, max: 7, pattern: MONTH, patternRule: MONTH_RULE, example: '2026-10',
    description: "Only what began in that month, in the tenant's zone.",
  })
  period?: string;

  @ChoiceField(DIRECTIONS, { optional: true, example: 'inbound' })
  kind?: string;

  @IdField('call', { optional: true })
  callId?: string;
}

/** One step of a rating's arithmetic: a connect fee, or `price_micro × billed_seconds ÷ unit_seconds`. */
export class RatingStepDto {
  @ChoiceField(['connect-fee', 'duration'], { example: 'duration' })
  step: string;

  @MoneyField({ optional: true })
  feeMicro?: string;

  @TextField({ optional: true, max: 41, example: 'night', description: 'The band of the week whose row it is; left out for a row of any time.' })
  band?: string;

  @IntegerField({ optional: true, example: 0, description: 'The rate row holds from this second of the call on.' })
  fromSecond?: number;

  @IntegerField({ optional: true, example: 31, description: 'Seconds of the call that fell to this row.' })
  seconds?: number;

  @IntegerField({ optional: true, example: 60 })
  incrementSeconds?: number;

  @IntegerField({ optional: true, example: 60, description: '`seconds` rounded up to a multiple of the increment.' })
  billedSeconds?: number;

  @MoneyField({ optional: true })
  priceMicro?: string;

  @IntegerField({ optional: true, example: 60 })
  unitSeconds?: number;
}

export class UsageDto {
  @IdField('usage')
  id: string;

  @TextField({ max: 20, example: 'cdr' })
  source: string;

  @TextField({ max: 100, description: 'Node and leg.', example: 'sw1/0cfdfd23-8a7c-42aa-86c3-b0e45e4bfcd6' })
  sourceId: string;

  @IdField('call', { nullable: true })
  callId: string | null;

  @ChoiceField(DIRECTIONS, { example: 'inbound' })
  kind: string;

  @PersonalNumberField({ description: 'The number called.', example: '4008001001', isOwn: ({ kind }: UsageDto) => kind === 'inbound' })
  number: string | null;

  @IntegerField({ example: 31 })
  seconds: number;

  @IntegerField({ example: 60 })
  billedSeconds: number;

  @MoneyField()
  amountMicro: bigint;

  @TextField({ min: 3, max: 3, example: 'CNY' })
  currency: string;

  @IdField('tariff', { nullable: true })
  tariffId: string | null;

  @ChoiceField(DIRECTIONS, { nullable: true, description: 'The direction whose rate applied.', example: 'inbound' })
  pricedAs: string | null;

  @TextField({ min: 0, max: 20, nullable: true, description: 'The prefix of the rate that applied.', example: '400' })
  ratePrefix: string | null;

  @ListField(() => RatingStepDto, { description: 'The arithmetic: the sum of the steps, rounded once.' })
  steps: RatingStepDto[];

  @TextField({ nullable: true, description: 'Why it could not be rated.', example: null })
  problem: string | null;

  @TimeField()
  startedAt: Date;

  @IdField('invoice', { nullable: true, description: 'The finalized invoice that it stands on.' })
  invoiceId: string | null;
}
