import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { AccessGrantDto, CreateAccessGrantDto } from './access-grants.dto';
import { AccessGrantsService } from './access-grants.service';

/** The provider's side of the door. */
@ApiTags('Access grants')
@Controller('v1/tenants')
export class EntriesController {
  constructor(private readonly grants: AccessGrantsService) {}

  @Post(':id/access-grants')
  @Operation({
    summary: 'Enter a tenant',
    description: 'For yourself. From then on the Seatline-Tenant header names the tenant; the tenant sees who, why and until when.',
    permission: 'tenants:enter',
    scope: 'provider',
    id: 'tenant',
    answer: AccessGrantDto,
    status: 201,
  })
  enter(@Param('id') tenantId: string, @CurrentPrincipal() principal: Principal, @Body() body: CreateAccessGrantDto) {
    return this.grants.enter(tenantId, principal, body);
  }
}
