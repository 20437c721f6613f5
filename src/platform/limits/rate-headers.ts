import type { Bucket, Level } from './bucket';

/** `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10): every bucket, the emptiest first in the latter. */
export function rateHeaders(levels: readonly Level[]): Record<'RateLimit-Policy' | 'RateLimit', string> {
  const emptiest = [...levels].sort((a, b) => a.remaining / a.bucket.burst - b.remaining / b.bucket.burst);
  return {
    'RateLimit-Policy': levels.map(({ bucket }) => `"${bucket.name}";q=${bucket.burst};w=${windowOf(bucket)}`).join(', '),
    RateLimit: emptiest.map(({ bucket, remaining, fullInMs }) => `"${bucket.name}";r=${remaining};t=${seconds(fullInMs)}`).join(', '),
  };
}

/** Seconds for `Retry-After`, 1 at least; null where nothing refuses. */
export function retryAfter(levels: readonly Level[]): number | null {
  const longest = Math.max(0, ...levels.map(({ retryInMs }) => retryInMs));
  return longest === 0 ? null : Math.max(1, seconds(longest));
}

function windowOf({ burst, perSecond }: Bucket): number {
  return Math.max(1, Math.ceil(burst / perSecond));
}

function seconds(ms: number): number {
  return Math.ceil(ms / 1000);
}
