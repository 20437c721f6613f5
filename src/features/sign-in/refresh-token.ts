import { digestOf, newSecret } from '../../platform/auth/random-secret';
import type { PersonRef } from '../../platform/auth/sessions';

/**
 * `rtu_FAMILY.SECRET` of a user, `rts_FAMILY.SECRET` of the provider's people. The family part is the same in all tokens
 * of one session, so that an old one of any age is known as such, and nobody can name a session whose tokens he never had.
 */
export const REFRESH_TOKEN = /^rt([us])_([A-Za-z0-9_-]{32})\.([A-Za-z0-9_-]{32})$/;

export interface RefreshToken {
  kind: PersonRef['kind'];
  family: string;
  secret: string;
}

export function newRefreshToken(kind: PersonRef['kind']): RefreshToken {
  return { kind, family: newSecret(), secret: newSecret() };
}

export function formatRefreshToken({ kind, family, secret }: RefreshToken): string {
  return `rt${kind === 'user' ? 'u' : 's'}_${family}.${secret}`;
}

export function readRefreshToken(text: string): RefreshToken | null {
  const [, kind, family, secret] = REFRESH_TOKEN.exec(text) ?? [];
  return family && secret ? { kind: kind === 'u' ? 'user' : 'staff', family, secret } : null;
}

export function hashesOf({ family, secret }: RefreshToken): { familyHash: string; refreshHash: string } {
  return { familyHash: digestOf(family), refreshHash: digestOf(secret) };
}
