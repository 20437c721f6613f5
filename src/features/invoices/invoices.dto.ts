import {
  BooleanField,
  ChoiceField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  PersonalNumberField, TextField,
  TextListField,
  TimeField,
} from '../../platform/http/fields';
import { MoneyField } from '../../platform/http/money-field';
import { MONTH, MONTH_RULE } from '../../platform/time/billing-period';
import { DIRECTIONS } from '../tariffs/domain/tariff';
import { STEP_KINDS } from '../contracts/domain/charge';
import { ADJUSTMENT_KINDS } from './domain/invoice';
import { INVOICE_STATES } from './domain/invoice-state';

export class InvoiceDto {
  @IdField('invoice')
  id: string;

  @TextField({ min: 7, max: 7, example: '2026-10' })
  period: string;

  @ChoiceField(INVOICE_STATES, { example: 'finalized', description: 'A finalized invoice never changes again.' })
  state: string;

  @TextField({ max: 60, nullable: true, description: 'Given when it is finalized.', example: 'PHARMA-2026-000001' })
  number: string | null;

  @TextField({ min: 3, max: 3, example: 'CNY' })
  currency: string;

  @TextField({ max: 60, description: 'Its days and months are those of this zone.', example: 'Asia/Shanghai' })
  timezone: string;

  @MoneyField({ description: 'Exactly the sum of the lines.' })
  totalMicro: bigint;

  @MoneyField({ description: 'Payable less total.' })
  roundingMicro: bigint;

  @MoneyField({ description: "Rounded to the currency's minor unit." })
  payableMicro: bigint;

  @TextField({ max: 10, nullable: true, description: 'Last day to pay it; given when it is finalized.', example: '2026-12-01' })
  dueOn: string | null;

  @TimeField()
  createdAt: Date;

  @TimeField({ nullable: true })
  finalizedAt: Date | null;
}

/** One addend of a charge: `price_micro × base ÷ scale`; their sum is rounded once. */
export class ChargeStepDto {
  @ChoiceField(STEP_KINDS, { example: 'price' })
  step: string;

  @MoneyField()
  priceMicro: string;

  @TextField({ max: 40, example: '930', description: 'A whole number: what is charged for, in its smallest unit.' })
  base: string;

  @TextField({ max: 40, example: '31', description: 'A whole number: how many of those the price pays for.' })
  scale: string;
}

/**
 * A lease (platform, seat, number), calls under one rate (usage), an item of the contract (contract), what a bundle's minutes have
 * paid for (bundle), or what follows from all of these; which of the fields there are depends on that.
 */
export class InvoiceLineDto {
  @IdField('invoiceLine')
  id: string;

  @ChoiceField(['platform', 'seat', 'number', 'usage', 'contract', 'bundle', ...ADJUSTMENT_KINDS], { example: 'usage' })
  kind: string;

  @MoneyField()
  amountMicro: bigint;

  @IntegerField({ optional: true, example: 2, description: 'Leases, or calls.' })
  quantity?: number;

  @MoneyField({ optional: true, nullable: true, description: "A lease's price for a month; a call's for `unit_seconds`." })
  unitPriceMicro?: string | null;

  @TextField({ optional: true, max: 40, example: 'circuits', description: "What the contract calls it, or the product: commitment, service-level, tax." })
  code?: string;

  @TextField({ optional: true, max: 100, example: 'Circuits' })
  name?: string;

  @TextField({ optional: true, max: 100, example: '中继' })
  nameZh?: string;

  @TextField({ optional: true, max: 10, example: 'monthly', description: "A contract's item: once, monthly, seats, metered or bundle." })
  item?: string;

  @ListField(() => ChargeStepDto, { optional: true, description: 'The arithmetic of whatever the contract charges.' })
  steps?: ChargeStepDto[];

  @TextField({ optional: true, max: 7, example: '2026-10', description: 'Bundles: the month in which the minutes were bought.' })
  month?: string;

  @TextField({ optional: true, max: 7, example: '2026-12', description: 'Bundles: the last month in which they can be used.' })
  lastMonth?: string;

  @IntegerField({ optional: true, example: 600, description: 'Bundles: seconds used now.' })
  seconds?: number;

  @TextField({ optional: true, max: 10, description: 'Leases: from this day on.', example: '2026-10-01' })
  firstDay?: string;

  @TextField({ optional: true, max: 10, description: 'Leases: up to this day, included.', example: '2026-10-31' })
  lastDay?: string;

  @IntegerField({ optional: true, example: 31 })
  days?: number;

  @IntegerField({ optional: true, example: 31, description: 'Leases cost price × quantity × days ÷ period days.' })
  periodDays?: number;

  @TextListField({ optional: true, min: 0, maxItems: 30_000, description: 'Extensions or numbers.', example: ['1001'] })
  covers?: string[];

  @ChoiceField(DIRECTIONS, { optional: true, example: 'inbound' })
  direction?: string;

  @TextField({ optional: true, max: 20, description: 'Calls: the prefix of the rate.', example: '400' })
  prefix?: string;

  @IdField('tariff', { optional: true })
  tariffId?: string;

  @TextField({ optional: true, max: 7, description: 'Calls: the month they were made in.', example: '2026-10' })
  usagePeriod?: string;

  @BooleanField({ optional: true, description: 'Calls of an earlier month, known after it was closed.' })
  late?: boolean;

  @IntegerField({ optional: true, example: 120 })
  billedSeconds?: number;

  @IntegerField({ optional: true, nullable: true, example: 60 })
  unitSeconds?: number | null;
}

export class PartyDto {
  @TextField({ max: 200, example: 'Drug maker' })
  name: string;

  @TextField({ min: 0, max: 500, description: 'Lines; may be empty, as what follows.', example: '1 Example Road' })
  address: string;

  @TextField({ min: 0, max: 40, example: '91310000EXAMPLE00X' })
  taxId: string;

  @TextField({ min: 0, max: 254, example: 'accounts@pharma.example' })
  email: string;

  @TextField({ min: 2, max: 2, example: 'CN' })
  country: string;
}

export class IssuerDto extends PartyDto {
  @TextField({ min: 0, max: 500, description: 'Where to pay.', example: 'Example Bank, account 0000 0000' })
  bank: string;
}

/** Who bills whom, as it was when the invoice was drawn up. */
export class PartiesDto {
  @ObjectField(() => IssuerDto)
  issuer: IssuerDto;

  @ObjectField(() => PartyDto)
  billTo: PartyDto;
}

export class InvoiceWithLinesDto extends InvoiceDto {
  @ObjectField(() => PartiesDto)
  parties: PartiesDto;

  @ListField(() => InvoiceLineDto)
  lines: InvoiceLineDto[];
}

/** One step of a rating's arithmetic: a connect fee, or `price_micro × billed_seconds ÷ unit_seconds`. */
export class InvoicedStepDto {
  @ChoiceField(['connect-fee', 'duration'], { example: 'duration' })
  step: string;

  @MoneyField({ optional: true })
  feeMicro?: string;

  @TextField({ optional: true, max: 41, example: 'night', description: "The band of the week whose row it is." })
  band?: string;

  @IntegerField({ optional: true, example: 0 })
  fromSecond?: number;

  @IntegerField({ optional: true, example: 31 })
  seconds?: number;

  @IntegerField({ optional: true, example: 60 })
  incrementSeconds?: number;

  @IntegerField({ optional: true, example: 60 })
  billedSeconds?: number;

  @MoneyField({ optional: true })
  priceMicro?: string;

  @IntegerField({ optional: true, example: 60 })
  unitSeconds?: number;
}

/** A call that a line sums up, with the arithmetic of its price. */
export class InvoicedUsageDto {
  @IdField('usage')
  id: string;

  @TextField({ max: 100, description: 'Node and leg.', example: 'sw1/0cfdfd23-8a7c-42aa-86c3-b0e45e4bfcd6' })
  sourceId: string;

  @IdField('call', { nullable: true })
  callId: string | null;

  @PersonalNumberField({ description: 'The number called.', example: '4008001001', isOwn: ({ kind }: { kind: string }) => kind === 'inbound' })
  number: string | null;

  @IntegerField({ example: 31 })
  seconds: number;

  @IntegerField({ example: 60 })
  billedSeconds: number;

  @MoneyField()
  amountMicro: bigint;

  @ListField(() => InvoicedStepDto)
  steps: InvoicedStepDto[];

  @TimeField()
  startedAt: Date;
}

export class CloseMonthDto {
  @TextField({ min: 7, max: 7, pattern: MONTH, patternRule: MONTH_RULE, example: '2026-10' })
  period: string;
}

export class ClosedTenantDto {
  @IdField('tenant')
  id: string;

  @TextField({ max: 31, example: 'pharma' })
  slug: string;
}

export class CloseOutcomeDto {
  @ObjectField(() => ClosedTenantDto)
  tenant: ClosedTenantDto;

  @ChoiceField([...INVOICE_STATES, 'not-begun', 'nothing', 'refused'], { example: 'finalized' })
  outcome: string;

  @TextField({ optional: true, description: 'Why there is none.', example: 'no tariff is in force on 2026-10-31' })
  detail?: string;

  @ObjectField(() => InvoiceDto, { optional: true })
  invoice?: InvoiceDto;

  @IntegerField({ optional: true, example: 5 })
  lineCount?: number;
}

export class ClosedMonthDto {
  @ListField(() => CloseOutcomeDto, { description: 'One for each tenant.' })
  outcomes: CloseOutcomeDto[];
}
