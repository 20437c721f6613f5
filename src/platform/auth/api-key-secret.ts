import { createHash, randomBytes } from 'node:crypto';

export const API_KEY_PREFIX = 'sk_';

/** `sk_` and 192 random bits in base64url. */
export function newApiKey(): string {
  return API_KEY_PREFIX + randomBytes(24).toString('base64url');
}

/** A key is random enough for a plain digest, which lets it be found by an index. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
