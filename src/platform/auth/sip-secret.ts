import { createHash, randomBytes } from 'node:crypto';

/** 120 random bits in base64url: a phone takes it as it is. */
export function newSipSecret(): string {
  return randomBytes(15).toString('base64url');
}

/** RFC 2617's H(A1), which is all that the switch needs to check a digest; MD5 is what SIP phones speak. */
export function a1HashOf(user: string, domain: string, secret: string): string {
  return createHash('md5').update(`${user}:${domain}:${secret}`).digest('hex');
}
