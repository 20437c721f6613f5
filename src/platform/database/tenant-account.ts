import { createHmac } from 'node:crypto';

/**
 * Where tenants' work connects to when nothing else is said: the schema of the tenants' views beside the database, as an
 * account of its own. Its password is derived from the owner's, never the other way round.
 */
export function tenantUrlOf(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const owner = decodeURIComponent(url.password);
  url.username = encodeURIComponent(tenantSchemaOf(decodeURIComponent(url.username)));
  url.password = createHmac('sha256', owner).update('the account of the tenants').digest('hex');
  url.pathname = `/${tenantSchemaOf(url.pathname.slice(1))}`;
  return url.toString();
}

export function tenantSchemaOf(name: string): string {
  return `${name}_tenant`;
}
