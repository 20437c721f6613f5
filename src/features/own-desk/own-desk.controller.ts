import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { OwnCallService } from './own-call.service';
import { OwnDayService } from './own-day.service';
import { OwnCallDto, OwnCallRequest, OwnDayDto } from './own-desk.dto';

@ApiTags('Agents')
@Controller('v1/me/agent')
export class OwnDeskController {
  constructor(
    private readonly calls: OwnCallService,
    private readonly days: OwnDayService,
  ) {}

  @Get('call')
  @Operation({
    summary: 'Read my present call',
    description: 'The call that I talk on, else the one that rings, with what is known of who calls.',
    permission: 'agents:own-status',
    answer: OwnCallDto,
    shows: 'own-call',
  })
  call(@CurrentPrincipal() principal: Principal, @Query() { uuid }: OwnCallRequest) {
    return this.calls.present(principal, uuid);
  }

  @Get('day')
  @Operation({
    summary: 'Read my figures of today',
    description:
      "Calls that are over, states until now, in the tenant's time zone.",
    permission: 'agents:own-status',
    answer: OwnDayDto,
  })
  day(@CurrentPrincipal() principal: Principal) {
    return this.days.today(principal);
  }
}
