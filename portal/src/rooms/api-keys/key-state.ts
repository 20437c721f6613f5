import type { Schemas } from '../../api/types';

export type ApiKey = Schemas['ApiKeyDto'];
export type KeyState = 'live' | 'revoked' | 'expired';

/** @param now epoch milliseconds */
export function stateOf({ revoked_at: revoked, expires_at: expires }: ApiKey, now: number): KeyState {
  if (revoked !== null) return 'revoked';
  return expires !== null && Date.parse(expires) <= now ? 'expired' : 'live';
}

export function hasTwoSecrets({ former_until: until }: ApiKey, now: number): boolean {
  return until !== null && Date.parse(until) > now;
}
