/**
 * An invoice's number, such as `PHARMA-2026-000042`: tenant, year of issue, and a sequence for that tenant and year.
 * Numbers are gapless when the caller takes `seq` as the last one plus 1 in the transaction that finalizes the invoice;
 * drafts have none.
 *
 * @param slug `[a-z][a-z0-9-]*`, 31 characters at most
 * @param seq from 1; beyond 999999 the number only gets longer
 * @throws RangeError naming the part that is wrong
 */
export function invoiceNumber(slug: string, year: number, seq: number): string {
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(slug)) throw new RangeError(`"${slug}" is not a tenant's slug`);
  if (!/^[1-9]\d{3}$/.test(String(year))) throw new RangeError(`year must have 4 digits, not ${year}`);
  if (!Number.isSafeInteger(seq) || seq < 1) throw new RangeError(`seq must be a whole number from 1, not ${seq}`);
  return `${invoiceNumbersOf(slug, year)}${String(seq).padStart(6, '0')}`;
}

/** How all of a tenant's numbers of a year begin. */
export function invoiceNumbersOf(slug: string, year: number): string {
  return `${slug.toUpperCase()}-${year}-`;
}
