import { createHash } from 'node:crypto';

export const md5 = (text: string): string => createHash('md5').update(text, 'latin1').digest('hex');

export function a1Hash(user: string, realm: string, password: string): string {
  return md5(`${user}:${realm}:${password}`);
}

export interface Challenge {
  readonly nonce: string;
  readonly cnonce: string;
  readonly nc: string;
  readonly method: string;
  readonly uri: string;
}

/** RFC 2617 digest with qop=auth. */
export function digestResponse(a1: string, challenge: Challenge): string {
  const a2 = md5(`${challenge.method}:${challenge.uri}`);
  return md5(`${a1}:${challenge.nonce}:${challenge.nc}:${challenge.cnonce}:auth:${a2}`);
}
