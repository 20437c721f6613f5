import { type Permission, type Role, ROLE_PERMISSIONS } from './permissions';

/**
 * What an API key may do: what its role may today, and of that no more than its scopes name.
 * @param scopes null for all that the role may
 */
export function permissionsOfKey(role: Role, scopes: readonly Permission[] | null): readonly Permission[] {
  const held = ROLE_PERMISSIONS[role];
  return scopes === null ? held : held.filter((permission) => scopes.includes(permission));
}
