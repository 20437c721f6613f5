import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ROLE_PERMISSIONS, TENANT_ROLES } from '../../platform/auth/permissions';
import { Operation } from '../../platform/http/operation';
import { RolesDto } from './roles.dto';

@ApiTags('Users')
@Controller('v1/roles')
export class RolesController {
  @Get()
  @Operation({ summary: 'List what each role may do', permission: 'signed-in', answer: RolesDto })
  list(): RolesDto {
    return { roles: TENANT_ROLES.map((role) => ({ role, permissions: ROLE_PERMISSIONS[role] })) };
  }
}
