import type { Direction } from '../../tariffs/domain/tariff';
import { type Charge, charge, type ChargeStep } from './charge';

/** Minutes paid for in advance, for calls of one direction to some prefixes. */
export interface Bundle {
  readonly code: string;
  readonly direction: Direction;
  /** Starts of the numbers called, as the tariff's prefixes are; a call whose rate's prefix begins with one of them is covered. */
  readonly prefixes: readonly string[];
}

/** What is left of a bundle's minutes of one month. */
export interface BundleBalance {
  readonly bundle: Bundle;
  /** The month in which it was bought, YYYY-MM. */
  readonly month: string;
  /** The last month in which it can be used, YYYY-MM. */
  readonly lastMonth: string;
  /** Whole seconds. */
  readonly seconds: number;
  /** What a second of it has cost, to tell the cheapest: price ÷ seconds, no money is made of it. */
  readonly pricePerSecond: number;
}

/** A rated call that a bundle may pay for. */
export interface CoverableCall {
  readonly id: string;
  readonly pricedAs: Direction;
  readonly prefix: string;
  readonly startedAt: Date;
  /** That of its beginning, YYYY-MM. */
  readonly month: string;
  readonly billedSeconds: number;
  readonly amountMicro: bigint;
}

export interface DrawnBundle extends Charge {
  readonly balance: BundleBalance;
  /** Seconds used now. */
  readonly seconds: number;
  /** Calls paid for, wholly or in part. */
  readonly calls: number;
}

/**
 * Lets bundles pay for calls, in the order in which they were made. Of several that cover a call the one that is lost first
 * is used first, then the cheapest. A bundle that runs out in a call pays for its share of it, connect fee and all: amount ×
 * covered ÷ billed seconds; the next one pays on.
 *
 * @returns one entry for each balance that was used; its amount is what the calls would have cost, and negative
 */
export function drawBundles(balances: readonly BundleBalance[], calls: readonly CoverableCall[]): DrawnBundle[] {
  const left = balances
    .toSorted((a, b) => order(a.lastMonth, b.lastMonth) || a.pricePerSecond - b.pricePerSecond || order(a.bundle.code, b.bundle.code))
    .map((balance) => ({ balance, seconds: balance.seconds, calls: 0, whole: 0n, parts: [] as ChargeStep[] }));
  const inOrder = calls.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || order(a.id, b.id));
  for (const call of inOrder) {
    let uncovered = call.billedSeconds;
    for (const purse of left) {
      if (uncovered === 0) break;
      if (purse.seconds === 0 || !covers(purse.balance, call)) continue;
      const seconds = Math.min(purse.seconds, uncovered);
      purse.seconds -= seconds;
      purse.calls += 1;
      uncovered -= seconds;
      if (seconds === call.billedSeconds) purse.whole += call.amountMicro;
      else purse.parts.push({ step: 'covered', priceMicro: -call.amountMicro, base: BigInt(seconds), scale: BigInt(call.billedSeconds) });
    }
  }
  return left
    .filter((purse) => purse.calls > 0)
    .map(({ balance, seconds, calls: covered, whole, parts }) => ({
      balance,
      seconds: balance.seconds - seconds,
      calls: covered,
      ...charge([{ step: 'covered', priceMicro: -whole, base: 1n, scale: 1n }, ...parts]),
    }));
}

function covers({ bundle: { direction, prefixes }, month, lastMonth }: BundleBalance, call: CoverableCall): boolean {
  const isInTime = month <= call.month && call.month <= lastMonth;
  return isInTime && direction === call.pricedAs && prefixes.some((start) => call.prefix.startsWith(start));
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
