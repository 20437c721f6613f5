import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { OwnCallService } from './own-call.service';
import { OwnDayService } from './own-day.service';
import { OwnCallDto, OwnDayDto } from './own-desk.dto';

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
  call(@CurrentPrincipal() principal: Principal) {
    return this.calls.present(principal);
  }

  @Get('day')
  @Operation({
    summary: 'Read my figures of today',
    description:
      "Of calls that are over, in the tenant's time zone. Times of readiness and of breaks are not among them: no history of status is kept.",
    permission: 'agents:own-status',
    answer: OwnDayDto,
  })
  day(@CurrentPrincipal() principal: Principal) {
    return this.days.today(principal);
  }
}
