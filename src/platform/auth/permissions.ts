/** Every right there is. A route asks for one; a role holds some. */
export const PERMISSIONS = [
  'tenants:read',
  'tenants:write',
  'tenants:enter',
  'number-stock:read',
  'number-stock:write',
  'access-grants:read',
  'access-grants:end',
  'staff:read',
  'users:read',
  'users:write',
  'sign-in-policy:read',
  'sign-in-policy:write',
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
  'emergency:write',
  'queues:read',
  'queues:write',
  'sounds:read',
  'sounds:write',
  'ivr-scripts:read',
  'ivr-scripts:write',
  'segments:read',
  'segments:write',
  'customers:read',
  'customers:write',
  'callbacks:read',
  'callbacks:write',
  'voicemails:read',
  'voicemails:listen',
  'voicemails:write',
  'voicemails:delete',
  'calls:read',
  'calls:dial',
  'calls:control',
  'calls:supervise',
  'personal-data:read',
  'customers:write',
  'recordings:read',
  'recordings:listen',
  'recordings:download',
  'recordings:pause',
  'recordings:delete',
  'recordings:hold',
  'retention:read',
  'retention:write',
  'erasures:write',
  'live:read',
  'usage:read',
  'invoices:read',
  'invoices:close',
  'billing-months:read',
  'tariffs:read',
  'reconciliations:read',
  'operations:read',
  'audit:read',
  'webhooks:read',
  'webhooks:write',
  'branding:write',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

export const STAFF_ROLES = ['provider_admin', 'account_manager', 'finance'] as const;
export const TENANT_ROLES = ['tenant_admin', 'supervisor', 'agent', 'viewer'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export type TenantRole = (typeof TENANT_ROLES)[number];
export type Role = StaffRole | TenantRole;

const READ_FLOOR: Permission[] = [
  'seats:read',
  'agents:read',
  'numbers:read',
  'queues:read',
  'segments:read',
  'customers:read',
  'sounds:read',
  'ivr-scripts:read',
  'callbacks:read',
  'voicemails:read',
  'calls:read',
  'live:read',
];

/** What lets a person see, hear or say who called. The provider's people hold none of it by their role. */
const PERSONAL: Permission[] = [
  'personal-data:read',
  'customers:write',
  'calls:supervise',
  'recordings:listen',
  'recordings:download',
  'recordings:delete',
  'voicemails:listen',
  'voicemails:delete',
  'erasures:write',
];

/** What the provider's account managers may do too, who run a tenant's centre for it. */
const RUN_CENTRE: Permission[] = [
  ...READ_FLOOR,
  'access-grants:read',
  'access-grants:end',
  'users:read',
  'users:write',
  'sign-in-policy:read',
  'sign-in-policy:write',
  'api-keys:read',
  'api-keys:write',
  'seats:write',
  'agents:write',
  'agents:status',
  'agents:own-status',
  'numbers:write',
  'queues:write',
  'sounds:write',
  'ivr-scripts:write',
  'segments:write',
  'callbacks:write',
  'voicemails:write',
  'calls:dial',
  'calls:control',
  'usage:read',
  'invoices:read',
  'tariffs:read',
  'audit:read',
  'recordings:read',
  'retention:read',
  'branding:write',
];

const TENANT_ADMIN: Permission[] = [
  ...RUN_CENTRE,
  ...PERSONAL,
  'recordings:pause',
  'recordings:hold',
  'retention:write',
  'webhooks:read',
  'webhooks:write',
  'emergency:write',
];

const SUPERVISOR: Permission[] = [
  ...READ_FLOOR,
  'agents:status',
  'agents:own-status',
  'callbacks:write',
  'voicemails:write',
  'voicemails:listen',
  'emergency:write',
  'calls:dial',
  'calls:control',
  'calls:supervise',
  'personal-data:read',
  'recordings:read',
  'recordings:listen',
  'recordings:pause',
];

const ACCOUNT_MANAGER: Permission[] = [
  'tenants:read',
  'tenants:write',
  'tenants:enter',
  'number-stock:read',
  'number-stock:write',
  'reconciliations:read',
  'operations:read',
  'billing-months:read',
  ...RUN_CENTRE,
];

/** What each role may do: data, checked in one place (principal.guard.ts). */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  provider_admin: PERMISSIONS.filter((permission) => !PERSONAL.includes(permission)),
  account_manager: ACCOUNT_MANAGER,
  finance: ['tenants:read', 'tenants:enter', 'calls:read', 'usage:read', 'invoices:read', 'invoices:close', 'billing-months:read', 'tariffs:read'],
  tenant_admin: TENANT_ADMIN,
  supervisor: SUPERVISOR,
  agent: ['agents:own-status', 'calls:dial', 'calls:control', 'recordings:pause', 'voicemails:read', 'voicemails:listen', 'voicemails:write', 'queues:read', 'live:read'],
  viewer: READ_FLOOR,
};

/** Whoever may listen to calls can be a team's supervisor. */
export const SUPERVISING_ROLES = TENANT_ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('calls:supervise'));
