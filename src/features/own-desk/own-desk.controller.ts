import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { OwnCallService } from './own-call.service';
import { OwnCallbacksService } from './own-callbacks.service';
import { OwnDayService } from './own-day.service';
import { OwnCallbacksDto, OwnCallDto, OwnCallRequest, OwnDayDto } from './own-desk.dto';

@ApiTags('Agents')
@Controller('v1/me/agent')
export class OwnDeskController {
  constructor(
    private readonly calls: OwnCallService,
    private readonly days: OwnDayService,
    private readonly callbacks: OwnCallbacksService,
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

  @Get('callbacks')
  @Operation({
    summary: 'Read who waits to be called back by my queues',
    description: 'Those whose time has come: one that is booked for later waits from then on.',
    permission: 'agents:own-status',
    answer: OwnCallbacksDto,
  })
  waiting(@CurrentPrincipal() principal: Principal) {
    return this.callbacks.waiting(principal);
  }
}
