import type { TenantRole } from '../../../platform/auth/permissions';

/** How users come about whom an identity provider vouches for and whom their tenant has not made. */
export interface UserCreation {
  /** The claim of the ID token that tells what they may do, such as `groups`. */
  roleClaim: string;
  /** The first that the claim fits holds. */
  roles: { value: string; role: TenantRole }[];
  /** For whom none fits; null: he is refused. */
  defaultRole: TenantRole | null;
}

const LONGEST_NAME = 64;

/**
 * The role of somebody who is to be made: one of a tenant's own, as the map holds no others.
 * @param claims of his ID token; the claim may be a text or a list of them
 * @returns null where he is to be refused
 */
export function roleOf({ roleClaim, roles, defaultRole }: UserCreation, claims: Readonly<Record<string, unknown>>): TenantRole | null {
  const values = Object.hasOwn(claims, roleClaim) ? [claims[roleClaim]].flat() : [];
  return roles.find(({ value }) => values.includes(value))?.role ?? defaultRole;
}

/** What he is called: as the provider says, where that is plain text, or else by his address. */
export function nameOf(claims: Readonly<Record<string, unknown>>, email: string, isPlain: (name: string) => boolean): string {
  const said = typeof claims['name'] === 'string' ? claims['name'].trim() : '';
  const local = email.slice(0, email.indexOf('@'));
  return isPlain(said) ? said : local.slice(0, LONGEST_NAME);
}
