/** How often something may be done: `perSecond` on and on, and `burst` at once after a pause. */
export interface Rate {
  perSecond: number;
  burst: number;
}

/** One account of requests; `name` is what the RateLimit headers call it, `key` whose it is. */
export interface Bucket extends Rate {
  name: string;
  key: string;
}

/** What a bucket holds after a request was counted, or was not because it or another one was empty. */
export interface Level {
  bucket: Bucket;
  remaining: number;
  /** Until it is full again. */
  fullInMs: number;
  /** Until it lets one more through; 0 where it would now. */
  retryInMs: number;
}

/** So long does a burst last at the allowed rate. */
export const WINDOW_SECONDS = 10;

export function ratePerSecond(perSecond: number): Rate {
  return { perSecond, burst: Math.max(1, Math.ceil(perSecond * WINDOW_SECONDS)) };
}
