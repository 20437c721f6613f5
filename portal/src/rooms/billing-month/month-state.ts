import type { Schemas } from '../../api/types';

type TenantMonth = Schemas['TenantMonthDto'];
export type MonthState = 'finalized' | 'draft' | 'due' | 'running';

const DAY_MS = 24 * 3_600_000;

/** Where a tenant's month stands: final; a draft of the month so far; over and to be closed; or not begun to be billed. */
export function monthState({ invoice, ends_at: endsAt }: Pick<TenantMonth, 'invoice' | 'ends_at'>, now: number): MonthState {
  if (invoice?.state === 'finalized') return 'finalized';
  if (Date.parse(endsAt) <= now) return 'due';
  return invoice ? 'draft' : 'running';
}

/** Over, but for so short a time that CDRs may still be on their way; by itself a month is closed a day after. */
export function isEarly({ ends_at: endsAt }: Pick<TenantMonth, 'ends_at'>, now: number): boolean {
  const over = now - Date.parse(endsAt);
  return over >= 0 && over < DAY_MS;
}

/** Sums by currency, exact: micro-units as the API sends them. */
export function totals(months: readonly TenantMonth[]): [currency: string, micro: string][] {
  const sums = new Map<string, bigint>();
  for (const { invoice } of months) {
    if (invoice) sums.set(invoice.currency, (sums.get(invoice.currency) ?? 0n) + BigInt(invoice.payable_micro));
  }
  return [...sums].sort(([a], [b]) => a.localeCompare(b)).map(([currency, sum]) => [currency, String(sum)]);
}

/** The last two years' months, the running one first, as `2026-11`. */
export function recentMonths(now: Date): string[] {
  return Array.from({ length: 24 }, (_, back) => {
    const first = new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1));
    return first.toISOString().slice(0, 7);
  });
}

/** In its first days a month is looked at less than the one before, which is to be closed. */
export function usualMonth(now: Date): string {
  const [running = '', before = ''] = recentMonths(now);
  return now.getDate() <= 10 ? before : running;
}
