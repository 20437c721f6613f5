import { Body, Controller, Delete, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CALL_UUID } from '../../platform/http/call-uuid';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { BeginSupervisionDto, SupervisionDto, SupervisionModeDto } from './supervision.dto';
import { SupervisionService } from './supervision.service';

@ApiTags('Calls')
@Controller('v1/calls/:uuid/supervision')
export class SupervisionController {
  constructor(private readonly supervision: SupervisionService) {}

  @Post()
  @CALL_UUID
  @Operation({
    summary: 'Listen to a call',
    description: 'Your phone rings; answered, it hears both sides, until you hang up or the agent is no longer on the call.',
    permission: 'calls:supervise',
    answer: SupervisionDto,
    status: 201,
  })
  begin(@CurrentPrincipal() principal: Principal, @Param('uuid') uuid: string, @Body() body: BeginSupervisionDto) {
    return this.supervision.begin(principal, uuid, body);
  }

  @Put()
  @CALL_UUID
  @Operation({ summary: 'Change who hears you on a call', permission: 'calls:supervise', answer: SupervisionDto })
  change(@CurrentPrincipal() principal: Principal, @Param('uuid') uuid: string, @Body() body: SupervisionModeDto) {
    return this.supervision.change(principal, uuid, body.mode);
  }

  @Delete()
  @CALL_UUID
  @Operation({ summary: 'Listen to a call no more', permission: 'calls:supervise' })
  end(@CurrentPrincipal() principal: Principal, @Param('uuid') uuid: string) {
    return this.supervision.end(principal, uuid);
  }
}
