import { createHash } from 'node:crypto';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

export interface DigestRequest {
  method: string;
  uri: string;
  user: string;
  password: string;
  realm: string;
  nonce: string;
  /** The client's own nonce, and how often the server's was used, with qop=auth (RFC 2617, 3.2.2.1). */
  cnonce: string;
  count: number;
}

/** The Authorization header's value for HTTP digest with MD5 and qop=auth, as SIP phones send it (RFC 3261, 22.4). */
export function digestAuthorization(request: DigestRequest): string {
  const { method, uri, user, password, realm, nonce, cnonce } = request;
  const nc = request.count.toString(16).padStart(8, '0');
  const a1 = md5(`${user}:${realm}:${password}`);
  const a2 = md5(`${method}:${uri}`);
  const response = md5(`${a1}:${nonce}:${nc}:${cnonce}:auth:${a2}`);
  return (
    `Digest username="${user}", realm="${realm}", nonce="${nonce}", uri="${uri}", response="${response}", ` +
    `algorithm=MD5, qop=auth, nc=${nc}, cnonce="${cnonce}"`
  );
}
