import { createHmac } from 'node:crypto';

/**
 * Where tenants' work connects to when nothing else is said: the schema of the tenants' views beside the database, as an
 * account of its own. Its password is derived from the owner's, never the other way round.
 */
export function tenantUrlOf(databaseUrl: string): string {
  const url = accountUrl(databaseUrl, tenantSchemaOf, 'the account of the tenants');
  url.pathname = `/${tenantSchemaOf(url.pathname.slice(1))}`;
  return url.toString();
}

export function tenantSchemaOf(name: string): string {
  return `${name}_tenant`;
}

/** Where reports over all tenants connect to: the database itself, as an account that can only read. */
export function reportsUrlOf(databaseUrl: string): string {
  return accountUrl(databaseUrl, (name) => `${name}_reports`, 'the account of the reports').toString();
}

function accountUrl(databaseUrl: string, nameOf: (owner: string) => string, purpose: string): URL {
  const url = new URL(databaseUrl);
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(purpose).digest('hex');
  url.username = encodeURIComponent(nameOf(decodeURIComponent(url.username)));
  url.password = password;
  return url;
}
