import type { LocalDate } from '../../../platform/time/calendar';
import type { Direction } from '../../tariffs/domain/tariff';
import type { LevelBand, MicroPercent } from './adjustments';
import type { PriceModel } from './price-model';

/** What is counted and charged for beside calls; `scale` is how many of what is counted make one unit that has a price. */
export const METERS = {
  /** Notices that were sent. */
  sms: { unit: 'message', scale: 1 },
  emails: { unit: 'message', scale: 1 },
  /** Callers who were called back, and reached. */
  callbacks: { unit: 'callback', scale: 1 },
  /** Legs on which calls were sent on outside. */
  transfers: { unit: 'transfer', scale: 1 },
  /** Bytes of recordings × the part of the month for which each was kept. */
  storage: { unit: 'GB and month', scale: 1_000_000_000 },
  /** Seconds for which agents were signed in. */
  agent_hours: { unit: 'hour', scale: 3600 },
  /** Calls that came in and were answered by an agent. */
  calls_in: { unit: 'call', scale: 1 },
} as const satisfies Record<string, { unit: string; scale: number }>;

export type Meter = keyof typeof METERS;

interface Item {
  /** Names the item within its contract, the same in all versions. */
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
}

/** Paid once, on its day: a voice flow, an interface, a training. Never prorated. */
export interface OnceItem extends Item {
  readonly kind: 'once';
  readonly on: LocalDate;
  readonly quantity: number;
  readonly priceMicro: bigint;
}

/** Paid each month, prorated by days: circuits, options, a platform. */
export interface MonthlyItem extends Item {
  readonly kind: 'monthly';
  readonly quantity: number;
  readonly priceMicro: bigint;
}

/**
 * Seats that are counted by their use.
 * - `named`: everybody who signed in once in the month; `concurrent`: the month's peak, but for peaks of less than 30 minutes.
 *   What was contracted is paid for, used or not; what goes beyond it is overage, in arrears.
 */
export interface SeatsItem extends Item {
  readonly kind: 'seats';
  readonly basis: 'named' | 'concurrent';
  readonly contracted: number;
  /** A contracted seat's, a month. */
  readonly priceMicro: bigint;
  /** A seat's beyond, a month. */
  readonly overageMicro: bigint;
}

/** Paid by what a meter has counted. */
export interface MeteredItem extends Item {
  readonly kind: 'metered';
  readonly meter: Meter;
  readonly price: PriceModel;
}

/** Minutes of calls paid for in advance; what is left may be used in the months after. */
export interface BundleItem extends Item {
  readonly kind: 'bundle';
  readonly direction: Direction;
  readonly prefixes: readonly string[];
  readonly minutes: number;
  readonly priceMicro: bigint;
  /** Months for which what is left can be used, 0 to 12. */
  readonly rollOverMonths: number;
}

export type ContractItem = OnceItem | MonthlyItem | SeatsItem | MeteredItem | BundleItem;

/** A share taken off what was charged. */
export interface Discount extends Item {
  /** Of what was charged, 0 to 100 %. */
  readonly percent: MicroPercent;
  /** Codes of items, or kinds of lines; empty: all that was charged. */
  readonly of: readonly string[];
}

/** Whom the invoices of a contract are made out to. */
export interface BillTo {
  readonly name: string;
  /** Lines of an address; may be empty, as what follows. */
  readonly address: string;
  /** Such as a VAT number. */
  readonly taxId: string;
  readonly email: string;
  /** ISO 3166, two letters. */
  readonly country: string;
}

/** What a tenant has agreed to, from a day on; the next version takes over on its first day. Never edited. */
export interface ContractTerms {
  readonly id: string;
  readonly validFrom: LocalDate;
  readonly items: readonly ContractItem[];
  readonly discounts: readonly Discount[];
  /** The least that a month costs, before tax; null for no such promise. */
  readonly commitmentMicro: bigint | null;
  readonly credits: readonly LevelBand[];
  readonly bonuses: readonly LevelBand[];
  /** Such as VAT at 6 %; null where none is charged. */
  readonly tax: { readonly name: string; readonly percent: MicroPercent } | null;
  /** Days after its date within which an invoice is to be paid. */
  readonly paymentDays: number;
  /** Null: the tenant by its name. */
  readonly billTo: BillTo | null;
}
