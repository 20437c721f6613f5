import { newSecret } from './random-secret';

export const API_KEY_PREFIX = 'sk_';

/** `sk_` and 192 random bits in base64url. */
export function newApiKey(): string {
  return API_KEY_PREFIX + newSecret();
}
