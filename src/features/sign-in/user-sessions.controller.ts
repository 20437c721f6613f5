import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { SessionDto } from './sessions.dto';
import { SessionsService } from './sessions.service';

@ApiTags('Users')
@Controller('v1/users/:id/sessions')
export class UserSessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @Operation({ summary: "List a user's open sessions", permission: 'users:read', id: 'user', answer: SessionDto, shape: 'page' })
  list(@Param('id') id: string, @CurrentPrincipal() principal: Principal, @Query() request: PageRequest) {
    return this.sessions.listOf(id, principal, request);
  }

  @Delete()
  @Operation({ summary: "End all of a user's sessions", permission: 'users:write', id: 'user' })
  endAll(@Param('id') id: string) {
    return this.sessions.endAllOfUser(id);
  }

  @Delete(':session')
  @Operation({
    summary: "End one of a user's sessions",
    permission: 'users:write',
    id: { id: 'user', session: 'session' },
  })
  end(@Param('id') id: string, @Param('session') session: string) {
    return this.sessions.endOf(id, session);
  }
}
