import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { CallDetailsDto, CallDto, CallsRequest } from './calls.dto';
import { CallsReader } from './calls.reader';

@ApiTags('Calls')
@Controller('v1/calls')
export class CallsController {
  constructor(private readonly calls: CallsReader) {}

  @Get()
  @Operation({ summary: 'List calls', permission: 'calls:read', answer: CallDto, shape: 'page', shows: 'calls' })
  list(@CurrentPrincipal() principal: Principal, @Query() request: CallsRequest) {
    return this.calls.page(principal, request);
  }

  @Get(':id')
  @Operation({
    summary: 'Read a call with its offers and legs',
    permission: 'calls:read',
    id: 'call',
    answer: CallDetailsDto,
    shows: 'calls',
  })
  get(@CurrentPrincipal() principal: Principal, @Param('id') id: string) {
    return this.calls.getFor(principal, id);
  }
}
