import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { AccessGrantDto } from './access-grants.dto';
import { AccessGrantsService } from './access-grants.service';

@ApiTags('Access grants')
@Controller('v1/access-grants')
export class AccessGrantsController {
  constructor(private readonly grants: AccessGrantsService) {}

  @Get()
  @Operation({
    summary: "List who of the provider's people may work here",
    description: 'Also those who no longer may.',
    permission: 'access-grants:read',
    answer: AccessGrantDto,
    shape: 'page',
  })
  list(@Query() request: PageRequest) {
    return this.grants.list(request);
  }

  @Delete(':id')
  @Operation({
    summary: "End one of the provider's people's access",
    description: 'It acts at once; the grant stays in the list.',
    permission: 'access-grants:end',
    id: 'accessGrant',
  })
  end(@Param('id') id: string, @CurrentPrincipal() principal: Principal) {
    return this.grants.end(id, principal);
  }
}
