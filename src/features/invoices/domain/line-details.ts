import type { InvoiceLine, LeaseLine, UsageLine } from './invoice';

/** A line as it is kept: money as text (platform/money/money-json.ts). */
type Kept<T> = { [K in keyof T]: T[K] extends bigint ? string : T[K] extends bigint | null ? string | null : T[K] };

/**
 * What is kept of a line beside its kind and amount. A lease line keeps the seats or numbers that it covers; a usage
 * line may cover a million records, which are found by what they have in common instead (`usageOfLine`).
 */
export type LineDetails =
  | Kept<Omit<LeaseLine, 'kind' | 'amountMicro'>>
  | Kept<Omit<UsageLine, 'kind' | 'amountMicro' | 'covers'>>;

export function lineDetails(line: InvoiceLine): LineDetails {
  const { kind: _, amountMicro: __, unitPriceMicro, ...others } = line;
  const unitPrice = unitPriceMicro === null ? null : unitPriceMicro.toString();
  if (line.kind !== 'usage') return { ...others, unitPriceMicro: unitPrice } as LineDetails;
  const { covers: ___, ...kept } = others;
  return { ...kept, unitPriceMicro: unitPrice } as LineDetails;
}
