import { createHash, randomBytes } from 'node:crypto';

/** 192 random bits in base64url, 32 characters. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** A random secret is long enough for a plain digest, which lets it be found by an index. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
