import { Body, Controller, Delete, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { AgentStatusService } from './agent-status.service';
import { AgentDto, SetStatusDto } from './agents.dto';
import { WrapUpService } from './wrap-up.service';

@ApiTags('Agents')
@Controller('v1/me/agent')
export class OwnAgentController {
  constructor(
    private readonly statuses: AgentStatusService,
    private readonly wrapUps: WrapUpService,
  ) {}

  @Get()
  @Operation({ summary: 'Read the agent that I am', permission: 'agents:own-status', answer: AgentDto })
  get(@CurrentPrincipal() principal: Principal) {
    return this.statuses.own(principal);
  }

  @Put('status')
  @Operation({ summary: 'Set my status as an agent', permission: 'agents:own-status', answer: AgentDto })
  setStatus(@CurrentPrincipal() principal: Principal, @Body() body: SetStatusDto) {
    return this.statuses.setOwn(principal, body);
  }

  @Delete('wrap-up')
  @Operation({
    summary: 'End my wrap-up',
    description: 'The next call may be offered at once. Refused where the queue wants a wrap-up code and none was chosen. Without effect where no wrap-up lasts.',
    permission: 'agents:own-status',
  })
  endWrapUp(@CurrentPrincipal() principal: Principal) {
    return this.wrapUps.endOwn(principal);
  }
}
