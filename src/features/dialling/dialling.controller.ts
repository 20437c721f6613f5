import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { DialDto, DialledDto } from './dialling.dto';
import { DiallingService } from './dialling.service';

@ApiTags('Calls')
@Controller('v1/calls')
export class DiallingController {
  constructor(private readonly dialling: DiallingService) {}

  @Post()
  @Operation({ summary: 'Click to dial', permission: 'calls:dial', answer: DialledDto, status: 202 })
  dial(@CurrentPrincipal() principal: Principal, @Body() body: DialDto) {
    return this.dialling.dial(principal, body);
  }
}
