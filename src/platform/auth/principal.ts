import type { Permission, Role } from './permissions';

/** What a person must do before anything else; until then the session is good for that alone. */
export const DUTIES = ['change_password', 'enrol_second_factor'] as const;
export type Duty = (typeof DUTIES)[number];

/** Who is asking: a person or an API key, of one tenant or of the provider (no tenant). */
export interface Principal {
  kind: 'user' | 'staff' | 'api_key';
  id: string;
  /** E-mail address, or what a key is called. */
  name: string;
  tenantId: string | null;
  role: Role;
  /** Of a person's session; null for an API key. */
  sessionId: string | null;
  /** By which access of the provider's people a key was made; null for any other, and for people: their door looks for theirs. */
  grantId: string | null;
  /** None while there are duties. */
  permissions: readonly Permission[];
  duties: readonly Duty[];
}

/** Somebody who began what lasts: a person in a session, or a key. */
export type PrincipalRef = Pick<Principal, 'kind' | 'id' | 'tenantId' | 'sessionId'>;

/** What a signed access token says; rights are read anew at each request so that a change acts at once. */
export interface TokenClaims {
  sub: string;
  kind: 'user' | 'staff';
  tenant: string | null;
  /** The session: the token is worth nothing once that has ended. */
  sid: string;
}

/** The grant that lets one of the provider's people in; null without one. */
export type Entry = { tenant: 'unknown' } | { tenant: 'known'; grantId: string | null };

/** Answered by the feature that keeps users and keys; the platform only asks. */
export abstract class PrincipalSource {
  abstract ofToken(claims: TokenClaims): Promise<Principal | null>;
  abstract ofApiKey(key: string): Promise<Principal | null>;
  /** Who they are now. To look is no use of their session or key. */
  abstract again(ref: PrincipalRef): Promise<Principal | null>;
  /** How one of the provider's people may work for a tenant. */
  abstract entryOf(staffId: string, tenantId: string): Promise<Entry>;
}
