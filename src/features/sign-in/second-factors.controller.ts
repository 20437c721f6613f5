import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import {
  EnrolledSecondFactorDto, EnrolSecondFactorDto, RecoveryCodesDto, RemoveSecondFactorDto, SecondFactorCodeDto, SecondFactorDto,
} from './second-factors.dto';
import { SecondFactorsService } from './second-factors.service';

@ApiTags('Sign-in')
@Controller('v1/me/second-factor')
export class SecondFactorsController {
  constructor(private readonly factors: SecondFactorsService) {}

  @Get()
  @Operation({ summary: 'Read about my second factor', permission: 'signed-in', scope: 'person', answer: SecondFactorDto })
  get(@CurrentPrincipal() principal: Principal) {
    return this.factors.get(principal);
  }

  @Post()
  @Operation({
    summary: 'Enrol a second factor',
    description: 'An app that shows a code every 30 s (TOTP). It is asked for once it was confirmed.',
    permission: 'signed-in',
    scope: 'person',
    answer: EnrolledSecondFactorDto,
    status: 201,
  })
  enrol(@CurrentPrincipal() principal: Principal, @Body() body: EnrolSecondFactorDto) {
    return this.factors.enrol(principal, body.password);
  }

  @Post('confirm')
  @Operation({
    summary: 'Confirm my second factor by its first code',
    description: 'My other sessions end.',
    permission: 'signed-in',
    scope: 'person',
    answer: RecoveryCodesDto,
  })
  confirm(@CurrentPrincipal() principal: Principal, @Body() body: SecondFactorCodeDto) {
    return this.factors.confirm(principal, body.code);
  }

  @Post('remove')
  @Operation({ summary: 'Remove my second factor', permission: 'signed-in', scope: 'person' })
  remove(@CurrentPrincipal() principal: Principal, @Body() body: RemoveSecondFactorDto) {
    return this.factors.remove(principal, body);
  }
}
