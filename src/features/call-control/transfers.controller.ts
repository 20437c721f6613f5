import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CALL_UUID } from '../../platform/http/call-uuid';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { TransferDto, TransferRequestDto } from './transfers.dto';
import { TransfersService } from './transfers.service';

@ApiTags('Calls')
@Controller('v1/calls/:uuid/transfer')
export class TransfersController {
  constructor(private readonly transfers: TransfersService) {}

  @Post()
  @CALL_UUID
  @Operation({
    summary: 'Transfer a call',
    description: 'Answers once the switch has done it. The agent is free then, the caller rings, waits or talks elsewhere.',
    permission: 'calls:control',
    answer: TransferDto,
  })
  transfer(@CurrentPrincipal() principal: Principal, @Param('uuid') uuid: string, @Body() body: TransferRequestDto) {
    return this.transfers.transfer(principal, uuid, body);
  }
}
