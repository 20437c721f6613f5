import type { Permission } from '../api/types';
import { type KeysOf, type Translate, useTexts } from '../texts/define-texts';
import { permissionTexts } from './permission-texts';

const AREAS = ['floor', 'calls', 'customers', 'people', 'money', 'protection', 'settings'] as const;
type Area = (typeof AREAS)[number];

/** Where what is named before the colon belongs; what is not named here stands under the settings. */
const AREA_OF: Record<string, Area> = {
  live: 'floor',
  seats: 'floor',
  agents: 'floor',
  numbers: 'floor',
  emergency: 'floor',
  queues: 'floor',
  sounds: 'floor',
  calls: 'calls',
  recordings: 'calls',
  'personal-data': 'calls',
  segments: 'customers',
  customers: 'customers',
  users: 'people',
  'sign-in-policy': 'people',
  'api-keys': 'people',
  'access-grants': 'people',
  usage: 'money',
  invoices: 'money',
  tariffs: 'money',
  retention: 'protection',
  erasures: 'protection',
  audit: 'protection',
};

export interface PermissionArea {
  area: Area;
  name: string;
  permissions: { id: Permission; name: string }[];
}

/** Permissions by area, in the words of whoever reads. */
export function usePermissionAreas(): (permissions: readonly Permission[]) => PermissionArea[] {
  const t = useTexts(permissionTexts) as Translate<KeysOf<typeof permissionTexts>> & ((key: string) => string);
  return (permissions) =>
    AREAS.map((area) => ({
      area,
      name: t(`area_${area}`),
      permissions: permissions.filter((id) => areaOf(id) === area).sort(byObject).map((id) => ({ id, name: t(id) })),
    })).filter((each) => each.permissions.length > 0);
}

function areaOf(permission: Permission): Area {
  return AREA_OF[objectOf(permission)] ?? 'settings';
}

/** Reading a thing beside changing it. */
function byObject(a: Permission, b: Permission): number {
  return objectOf(a).localeCompare(objectOf(b));
}

function objectOf(permission: Permission): string {
  return permission.split(':')[0] ?? '';
}
