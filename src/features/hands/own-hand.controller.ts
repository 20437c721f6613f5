import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { OwnHandDto, RaiseHandDto } from './hands.dto';
import { OwnHandService } from './own-hand.service';

@ApiTags('Hands')
@Controller('v1/me/agent/hand')
export class OwnHandController {
  constructor(private readonly hands: OwnHandService) {}

  @Get()
  @Operation({ summary: 'Read my raised hand', permission: 'agents:own-status', answer: OwnHandDto })
  get(@CurrentPrincipal() principal: Principal) {
    return this.hands.get(principal);
  }

  @Post()
  @Operation({
    summary: 'Raise my hand',
    description: "Calls a supervisor: whoever leads my team first. While it is up, it stays the one that it is. Signing out lowers it.",
    permission: 'agents:own-status',
    answer: OwnHandDto,
  })
  raise(@CurrentPrincipal() principal: Principal, @Body() body: RaiseHandDto) {
    return this.hands.raise(principal, body);
  }

  @Delete()
  @Operation({ summary: 'Lower my hand', description: 'Without effect where it is down.', permission: 'agents:own-status' })
  lower(@CurrentPrincipal() principal: Principal) {
    return this.hands.lower(principal);
  }
}
