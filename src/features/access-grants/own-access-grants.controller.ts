import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { OwnAccessGrantDto } from './access-grants.dto';
import { AccessGrantsService } from './access-grants.service';

@ApiTags('Access grants')
@Controller('v1/me/access-grants')
export class OwnAccessGrantsController {
  constructor(private readonly grants: AccessGrantsService) {}

  @Get()
  @Operation({
    summary: 'List the tenants that I may work in now',
    description: 'Those of my grants that are in force: a tenant that stands here need not be entered again.',
    permission: 'tenants:enter',
    scope: 'provider',
    answer: OwnAccessGrantDto,
    shape: 'page',
  })
  list(@CurrentPrincipal() principal: Principal, @Query() request: PageRequest) {
    return this.grants.inForce(principal, request);
  }
}
