/** So many questions at once, and so many a second from then on. */
export interface Allowance {
  burst: number;
  perSecond: number;
}

/** What is left of an allowance, as of a moment. */
export interface Bucket {
  left: number;
  atMs: number;
}

/** A token bucket: it fills steadily up to its burst, and each question takes one. Null where there is none to take. */
export function takeOne(bucket: Bucket | undefined, { burst, perSecond }: Allowance, atMs: number): Bucket | null {
  const before = bucket ?? { left: burst, atMs };
  const left = Math.min(burst, before.left + (Math.max(0, atMs - before.atMs) / 1000) * perSecond);
  return left < 1 ? null : { left: left - 1, atMs };
}

/** More keys than honest phones have addresses: a sweep forgets those whose bucket is full again. */
const MOST_KEYS = 10_000;

/** How often something may be asked, by who asks; what goes beyond it is answered without a look at the database. */
export class QuestionRate {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly allowance: Allowance) {}

  /** @returns whether one more may be asked now */
  allows(key: string, atMs: number): boolean {
    if (this.buckets.size >= MOST_KEYS) this.sweep(atMs);
    const bucket = takeOne(this.buckets.get(key), this.allowance, atMs);
    if (bucket) this.buckets.set(key, bucket);
    return bucket !== null;
  }

  private sweep(atMs: number): void {
    const { burst, perSecond } = this.allowance;
    const refillMs = (burst / perSecond) * 1000;
    for (const [key, bucket] of this.buckets) if (atMs - bucket.atMs >= refillMs) this.buckets.delete(key);
  }
}
