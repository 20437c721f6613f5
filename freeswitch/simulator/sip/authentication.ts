import { randomBytes, randomUUID } from 'node:crypto';

import type { Header } from '../core/switch-event';
import { locateUser, type DirectoryUser } from '../xml/directory';
import type { XmlCurl } from '../xml/xml-curl';
import { a1Hash, digestResponse, type Challenge } from './digest';

export interface SipCredentials {
  readonly username: string;
  readonly realm: string;
  readonly password: string;
}

export interface SipRequest {
  readonly method: 'REGISTER' | 'INVITE';
  readonly profile: string;
  readonly toUser: string;
  readonly toHost: string;
  readonly fromHost: string;
  readonly port: number;
}

export type Authentication = { readonly ok: true; readonly user: DirectoryUser } | { readonly ok: false };

/**
 * sofia_reg_parse_auth: asks the directory for the realm that the client names and checks the digest against its
 * a1-hash or password. Like the real one it never compares the realm with the To host.
 */
export async function authenticate(xml: XmlCurl, credentials: SipCredentials, request: SipRequest):
  Promise<Authentication> {
  const challenge: Challenge = {
    nonce: randomUUID(),
    cnonce: randomBytes(4).toString('hex'),
    nc: '00000001',
    method: request.method,
    uri: `sip:${request.toHost}`,
  };
  const { username, realm, password } = credentials;
  const response = digestResponse(a1Hash(username, realm, password), challenge);
  const user = await locateUser(xml, {
    user: username,
    domain: realm,
    origin: 'sip-auth',
    fields: authFields(credentials, request, challenge, response),
    ip: '127.0.0.1',
  });
  if (!user) return { ok: false };
  const expected = storedA1(user, username, realm);
  if (expected === undefined) return user.params.size === 0 ? { ok: true, user } : { ok: false };
  return digestResponse(expected, challenge) === response ? { ok: true, user } : { ok: false };
}

function storedA1(user: DirectoryUser, username: string, realm: string): string | undefined {
  const hash = user.params.get('a1-hash');
  if (hash) return hash.toLowerCase();
  const password = user.params.get('password');
  return password ? a1Hash(username, realm, password) : undefined;
}

function authFields(
  credentials: SipCredentials,
  request: SipRequest,
  challenge: Challenge,
  response: string,
): Header[] {
  return [
    ['action', 'sip_auth'],
    ['sip_profile', request.profile],
    ['sip_user_agent', 'unknown'],
    ['sip_auth_username', credentials.username],
    ['sip_auth_realm', credentials.realm],
    ['sip_auth_nonce', challenge.nonce],
    ['sip_auth_uri', challenge.uri],
    ['sip_contact_user', credentials.username],
    ['sip_contact_host', '127.0.0.1'],
    ['sip_to_user', request.toUser],
    ['sip_to_host', request.toHost],
    ['sip_via_protocol', 'udp'],
    ['sip_from_user', credentials.username],
    ['sip_from_host', request.fromHost],
    ['sip_call_id', `${randomUUID()}@127.0.0.1`],
    ['sip_request_host', request.toHost],
    ['sip_auth_qop', 'auth'],
    ['sip_auth_cnonce', challenge.cnonce],
    ['sip_auth_nc', challenge.nc],
    ['sip_auth_response', response],
    ['sip_auth_method', request.method],
    ['client_port', String(request.port)],
  ];
}
