import { stringifyMoney } from '../../../platform/money/money-json';
import type { AdjustmentLine, BundleLine, ContractLine, InvoiceLine, LeaseLine, UsageLine } from './invoice';

/** A line as it is kept: money as text (platform/money/money-json.ts). */
type Kept<T> = T extends bigint ? string : T extends readonly (infer E)[] ? readonly Kept<E>[] : T extends object ? { [K in keyof T]: Kept<T[K]> } : T;

/**
 * What is kept of a line beside its kind and amount. A lease line keeps the seats or numbers that it covers; a usage
 * line may cover a million records, which are found by what they have in common instead (`usageOfLine`).
 */
export type LineDetails =
  | KeptLine<LeaseLine>
  | Omit<KeptLine<UsageLine>, 'covers'>
  | KeptLine<ContractLine>
  | KeptLine<BundleLine>
  | KeptLine<AdjustmentLine>;

type KeptLine<L extends InvoiceLine> = Kept<Omit<L, 'kind' | 'amountMicro'>>;

export function lineDetails(line: InvoiceLine): LineDetails {
  const { kind, amountMicro: _, ...details } = line;
  const kept = JSON.parse(stringifyMoney(details)) as LineDetails & { covers?: unknown };
  if (kind === 'usage') delete kept.covers;
  return kept;
}
