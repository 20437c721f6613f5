/** Every right there is. A route asks for one; a role holds some. */
export const PERMISSIONS = [
  'tenants:read',
  'tenants:write',
  'tenants:enter',
  'access-grants:read',
  'access-grants:end',
  'staff:read',
  'users:read',
  'users:write',
  'api-keys:read',
  'api-keys:write',
  'seats:read',
  'seats:write',
  'agents:read',
  'agents:write',
  'agents:status',
  'agents:own-status',
  'numbers:read',
  'numbers:write',
  'queues:read',
  'queues:write',
  'calls:read',
  'calls:dial',
  'live:read',
  'usage:read',
  'invoices:read',
  'invoices:close',
  'tariffs:read',
  'reconciliations:read',
  'audit:read',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

export const STAFF_ROLES = ['provider_admin', 'account_manager', 'finance'] as const;
export const TENANT_ROLES = ['tenant_admin', 'supervisor', 'agent', 'viewer'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export type TenantRole = (typeof TENANT_ROLES)[number];
export type Role = StaffRole | TenantRole;

const READ_FLOOR: Permission[] = ['seats:read', 'agents:read', 'numbers:read', 'queues:read', 'calls:read', 'live:read'];

const TENANT_ADMIN: Permission[] = [
  ...READ_FLOOR,
  'access-grants:read',
  'access-grants:end',
  'users:read',
  'users:write',
  'api-keys:read',
  'api-keys:write',
  'seats:write',
  'agents:write',
  'agents:status',
  'agents:own-status',
  'numbers:write',
  'queues:write',
  'calls:dial',
  'usage:read',
  'invoices:read',
  'tariffs:read',
  'audit:read',
];

const ACCOUNT_MANAGER: Permission[] = ['tenants:read', 'tenants:write', 'tenants:enter', 'reconciliations:read', ...TENANT_ADMIN];

/** What each role may do: data, checked in one place (principal.guard.ts). */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  provider_admin: PERMISSIONS,
  account_manager: ACCOUNT_MANAGER,
  finance: ['tenants:read', 'tenants:enter', 'calls:read', 'usage:read', 'invoices:read', 'invoices:close', 'tariffs:read'],
  tenant_admin: TENANT_ADMIN,
  supervisor: [...READ_FLOOR, 'agents:status', 'agents:own-status', 'calls:dial'],
  agent: ['agents:own-status', 'calls:dial', 'queues:read', 'live:read'],
  viewer: READ_FLOOR,
};
