import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { DialDto, DialledDto } from './dialling.dto';
import { DiallingService } from './dialling.service';

/** Ten at once, then one in two seconds: more than an agent can talk to, and no robot. */
const RATE = { perSecond: 0.5, burst: 10 };

@ApiTags('Calls')
@Controller('v1/calls')
export class DiallingController {
  constructor(private readonly dialling: DiallingService) {}

  @Post()
  @Operation({ summary: 'Click to dial', permission: 'calls:dial', answer: DialledDto, status: 202, rate: RATE })
  dial(@CurrentPrincipal() principal: Principal, @Body() body: DialDto) {
    return this.dialling.dial(principal, body);
  }
}
