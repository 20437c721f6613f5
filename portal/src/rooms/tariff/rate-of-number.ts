import type { Schemas } from '../../api/types';

export type Rate = Schemas['RateRowDto'];

/** A rate row as the list shows it. */
export interface FoundRate extends Rate {
  id: string;
  /** Whether it prices the number that was searched for. */
  applies: boolean;
}

/** Rows whose prefix begins the number or is begun by it; of the former the longest of each direction applies. */
export function findRates(rates: readonly Rate[], searched: string): FoundRate[] {
  const wanted = searched.replace(/[\s-]/g, '');
  const fitting = rates.filter(({ prefix }) => wanted.startsWith(prefix) || prefix.startsWith(wanted));
  const longest = new Map<string, number>();
  for (const { direction, prefix } of fitting) {
    if (wanted.startsWith(prefix)) longest.set(direction, Math.max(prefix.length, longest.get(direction) ?? 0));
  }
  return fitting.map((rate) => ({
    ...rate,
    id: [rate.direction, rate.prefix, rate.band ?? '', rate.from_second].join(':'),
    applies: wanted !== '' && wanted.startsWith(rate.prefix) && rate.prefix.length === longest.get(rate.direction),
  }));
}
