import { divideAndRound } from '../../../platform/money/rounding';
import type { BillingPeriod } from '../../../platform/time/billing-period';
import { addDays, daysInclusive, type LocalDate, localDateOf } from '../../../platform/time/calendar';
import type { LeaseKind, LeaseLine } from './invoice';

/** Something rented from an instant until, not including, another; null while it goes on. */
export interface Lease {
  readonly kind: LeaseKind;
  /** The extension or the number; empty for the platform. */
  readonly subject: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

interface Span {
  readonly subject: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

/**
 * The lines for one kind of lease, one for each span of days that occurs, in calendar order.
 *
 * Prorated by days in the period's zone: a day counts when the lease existed at any moment of it, so one begun and
 * ended within a day counts 1 day, and one that ends at midnight does not count the day that begins there. A subject
 * given back and leased again the same day or the next has one span, and pays for each day once. Rounded once per line.
 *
 * @throws RangeError when a lease ends before it starts
 */
export function leaseLines(
  kind: LeaseKind, leases: readonly Lease[], monthlyMicro: bigint, period: BillingPeriod,
): LeaseLine[] {
  const groups = new Map<string, Span[]>();
  const spans = spansWithin(period, leases.filter((lease) => lease.kind === kind));
  for (const span of spans) {
    const key = `${kind}:${span.firstDay}:${span.lastDay}`;
    const group = groups.get(key);
    if (group) group.push(span);
    else groups.set(key, [span]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([key, group]) => {
    const [first] = group;
    return first ? [lineOf(kind, key, first, group.map((span) => span.subject), monthlyMicro, period)] : [];
  });
}

function lineOf(
  kind: LeaseKind, key: string, { firstDay, lastDay }: Span, subjects: string[], monthlyMicro: bigint,
  period: BillingPeriod,
): LeaseLine {
  const days = daysInclusive(firstDay, lastDay);
  const shares = BigInt(subjects.length * days);
  return {
    kind,
    key,
    quantity: subjects.length,
    firstDay,
    lastDay,
    days,
    periodDays: period.days,
    unitPriceMicro: monthlyMicro,
    amountMicro: divideAndRound(monthlyMicro * shares, BigInt(period.days)),
    covers: subjects.sort(),
  };
}

/** The unbroken runs of days, within the period, on which each subject was leased, by one lease or by several. */
function spansWithin(period: BillingPeriod, leases: readonly Lease[]): Span[] {
  const runs = new Map<string, Span[]>();
  for (const lease of leases.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime())) {
    const { subject } = lease;
    const { firstDay, lastDay } = daysOf(lease, period);
    if (firstDay > lastDay) continue;
    const own = runs.get(subject) ?? [];
    const last = own.at(-1);
    if (last && firstDay <= addDays(last.lastDay, 1)) {
      own[own.length - 1] = { ...last, lastDay: lastDay > last.lastDay ? lastDay : last.lastDay };
    } else {
      own.push({ subject, firstDay, lastDay });
    }
    runs.set(subject, own);
  }
  return [...runs.values()].flat();
}

/** The lease's days cut to the period; first after last when there are none. */
function daysOf({ kind, subject, startedAt, endedAt }: Lease, period: BillingPeriod): Omit<Span, 'subject'> {
  if (endedAt && endedAt < startedAt) throw new RangeError(`the lease of ${kind} "${subject}" ends before it starts`);
  const started = localDateOf(startedAt, period.zone);
  // The end is not part of the lease, so its last day is that of the moment before.
  const before = endedAt ? localDateOf(new Date(endedAt.getTime() - 1), period.zone) : period.lastDay;
  const ended = before < started ? started : before;
  return {
    firstDay: started > period.firstDay ? started : period.firstDay,
    lastDay: ended < period.lastDay ? ended : period.lastDay,
  };
}
