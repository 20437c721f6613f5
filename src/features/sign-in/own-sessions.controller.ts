import { Controller, Delete, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { FORGET_REFRESH_COOKIE } from './refresh-cookie';
import { SessionDto } from './sessions.dto';
import { SessionsService } from './sessions.service';

@ApiTags('Sign-in')
@Controller('v1')
export class OwnSessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Post('sign-out')
  @Operation({ summary: 'End this session', permission: 'signed-in', scope: 'person' })
  @Header('Set-Cookie', FORGET_REFRESH_COOKIE)
  signOut(@CurrentPrincipal() principal: Principal) {
    return this.sessions.signOut(principal);
  }

  @Get('me/sessions')
  @Operation({
    summary: 'List my open sessions',
    permission: 'signed-in',
    scope: 'person',
    answer: SessionDto,
    shape: 'page',
  })
  list(@CurrentPrincipal() principal: Principal, @Query() request: PageRequest) {
    return this.sessions.list(principal, request);
  }

  @Delete('me/sessions')
  @Operation({ summary: 'End all my sessions but this one', permission: 'signed-in', scope: 'person' })
  endOthers(@CurrentPrincipal() principal: Principal) {
    return this.sessions.endOthers(principal);
  }

  @Delete('me/sessions/:id')
  @Operation({ summary: 'End one of my sessions', permission: 'signed-in', scope: 'person', id: 'session' })
  end(@CurrentPrincipal() principal: Principal, @Param('id') id: string) {
    return this.sessions.end(principal, id);
  }
}
