import type { LocalDate } from '../../../platform/time/calendar';
import type { ChargeStep } from '../../contracts/domain/charge';
import type { ContractItem } from '../../contracts/domain/contract-terms';
import type { Direction } from '../../tariffs/domain/tariff';

export type LeaseKind = 'platform' | 'seat' | 'number';

/** Leases of one kind over the same days of the period: amount = unit price × quantity × days ÷ periodDays. */
export interface LeaseLine {
  readonly kind: LeaseKind;
  /** Names the line within its invoice, the same however often the invoice is drawn up. */
  readonly key: string;
  /** Seats, numbers, or 1 platform. */
  readonly quantity: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly days: number;
  readonly periodDays: number;
  /** For one of them for a whole month. */
  readonly unitPriceMicro: bigint;
  readonly amountMicro: bigint;
  /** What was leased: extensions or numbers; [''] for the platform. */
  readonly covers: readonly string[];
}

/** Calls of one direction under one rate: amount = sum of the calls' amounts, each rounded once when it was rated. */
export interface UsageLine {
  readonly kind: 'usage';
  readonly key: string;
  readonly direction: Direction;
  readonly prefix: string;
  readonly tariffId: string;
  /** The month in which the calls were made, `YYYY-MM`. */
  readonly usagePeriod: string;
  /** True when that month is an earlier one: the calls became known after it was closed. */
  readonly late: boolean;
  /** Calls. */
  readonly quantity: number;
  readonly billedSeconds: number;
  /** Price of `unitSeconds`; both null when the rate's price changes during a call: then its steps tell. */
  readonly unitPriceMicro: bigint | null;
  readonly unitSeconds: number | null;
  readonly amountMicro: bigint;
  /** The usage records, as `<source>:<sourceId>`. */
  readonly covers: readonly string[];
}

/** Charged by the contract: the amount is what its steps come to, rounded once. */
interface ChargedLine {
  /** Names the line within its invoice, the same however often the invoice is drawn up. */
  readonly key: string;
  /** The contract's own word for what is charged. */
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
  readonly steps: readonly ChargeStep[];
  readonly amountMicro: bigint;
}

/** An item of the contract, for the days of the month on which one version of the contract held. */
export interface ContractLine extends ChargedLine {
  readonly kind: 'contract';
  readonly item: ContractItem['kind'];
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly days: number;
  readonly periodDays: number;
}

/** What a bundle's minutes have paid for: negative. */
export interface BundleLine extends ChargedLine {
  readonly kind: 'bundle';
  /** The month in which the minutes were bought, and the last one in which they can be used, `YYYY-MM`. */
  readonly month: string;
  readonly lastMonth: string;
  /** Calls paid for, wholly or in part. */
  readonly quantity: number;
  /** Of the bundle's minutes, used now. */
  readonly seconds: number;
}

export const ADJUSTMENT_KINDS = ['discount', 'commitment', 'service_level', 'tax'] as const;

/** Follows from the other lines: a discount, a minimum's true-up, what a service level gives back or earns, a tax. */
export interface AdjustmentLine extends ChargedLine {
  readonly kind: (typeof ADJUSTMENT_KINDS)[number];
}

export type InvoiceLine = LeaseLine | UsageLine | ContractLine | BundleLine | AdjustmentLine;

export interface Invoice {
  readonly tenantId: string;
  /** `YYYY-MM`. */
  readonly period: string;
  readonly timezone: string;
  readonly currency: string;
  readonly lines: readonly InvoiceLine[];
  /** Exactly the sum of the lines, to the micro-unit. */
  readonly totalMicro: bigint;
  /** payable − total: less than one minor unit of the currency, shown by itself (UBL: PayableRoundingAmount). */
  readonly roundingMicro: bigint;
  /** What is to be paid, in whole minor units of the currency. */
  readonly payableMicro: bigint;
}

/** Of the total. */
export function taxOf({ lines }: Invoice): bigint {
  return lines.reduce((sum, { kind, amountMicro }) => (kind === 'tax' ? sum + amountMicro : sum), 0n);
}
