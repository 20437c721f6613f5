import { PERMISSIONS, TENANT_ROLES, type Permission, type TenantRole } from '../../platform/auth/permissions';
import { ChoiceField, ListField, TextListField } from '../../platform/http/fields';

const PERMISSION = new RegExp(`^(${PERMISSIONS.join('|')})$`);

export class RoleDto {
  @ChoiceField(TENANT_ROLES, { example: 'viewer' })
  role: TenantRole;

  @TextListField({ pattern: PERMISSION, maxItems: PERMISSIONS.length, example: ['queues:read', 'calls:read'] })
  permissions: readonly Permission[];
}

export class RolesDto {
  @ListField(() => RoleDto, { description: 'From the widest on.' })
  roles: RoleDto[];
}
