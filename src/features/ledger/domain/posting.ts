/**
 * Where money of a tenant's account stands. What the tenant owes is a debit (above 0); what was earned, and what is owed to the
 * tax office, is a credit (below 0).
 */
export const ACCOUNTS = ['receivable', 'revenue', 'tax', 'rounding', 'cash', 'bad_debt'] as const;
export type Account = (typeof ACCOUNTS)[number];

export interface Entry {
  readonly account: Account;
  /** Never 0. */
  readonly amountMicro: bigint;
}

/** What happened, as entries that come to nothing together. */
export interface Posting {
  /** What it is of, such as `invoice:inv_…`: posted once, however often it is told. */
  readonly source: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly entries: readonly Entry[];
}

/** The part of an invoice that the books are about. */
export interface PostableInvoice {
  readonly id: string;
  readonly currency: string;
  /** Σ lines. */
  readonly totalMicro: bigint;
  /** Of which tax. */
  readonly taxMicro: bigint;
  /** payable − total. */
  readonly roundingMicro: bigint;
  readonly payableMicro: bigint;
}

/**
 * A finalized invoice: the tenant owes what is payable; all but tax was earned, and what rounding has made of it stands by itself.
 * @throws RangeError for sums that contradict one another
 */
export function postingOfInvoice({ id, currency, totalMicro, taxMicro, roundingMicro, payableMicro }: PostableInvoice): Posting {
  return posting(`invoice:${id}`, currency, [
    { account: 'receivable', amountMicro: payableMicro },
    { account: 'revenue', amountMicro: taxMicro - totalMicro },
    { account: 'tax', amountMicro: -taxMicro },
    { account: 'rounding', amountMicro: -roundingMicro },
  ]);
}

/** Entries of nothing are left out. @throws RangeError where the rest does not come to nothing */
export function posting(source: string, currency: string, entries: readonly Entry[]): Posting {
  const left = entries.filter(({ amountMicro }) => amountMicro !== 0n);
  const sum = left.reduce((total, { amountMicro }) => total + amountMicro, 0n);
  if (sum !== 0n) throw new RangeError(`the entries of ${source} come to ${sum} micro-units of ${currency}, not to nothing`);
  return { source, currency, entries: left };
}
