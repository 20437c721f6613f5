/**
 * Of users `u`: who administers the tenant and signs in with what only he knows. A password that somebody else chose is not
 * his own yet; one who is linked comes by the tenant's identity provider.
 */
export const IS_OWN_ADMIN = `
  u.role = 'tenant_admin' AND u.active = 1
  AND ((u.password_hash IS NOT NULL AND u.password_temporary = 0)
       OR EXISTS (SELECT 1 FROM identity_links l WHERE l.tenant_id = u.tenant_id AND l.person_id = u.id))`;
