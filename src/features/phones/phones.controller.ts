import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { OpenPhoneDto, PhoneChoiceDto, PhoneDto } from './phones.dto';
import { PhonesService } from './phones.service';

@ApiTags('Agents')
@Controller('v1/me/phone')
export class PhonesController {
  constructor(private readonly phones: PhonesService) {}

  @Get()
  @Operation({ summary: 'Where I may sit, and whether a page can be my phone', permission: 'agents:own-status', answer: PhoneChoiceDto })
  choice(@CurrentPrincipal() principal: Principal) {
    return this.phones.choice(principal);
  }

  @Post()
  @Operation({
    summary: 'Make this page the phone of a seat',
    description: 'Answers with what a SIP client registers with. It is good for this session; asked again, the one before is not.',
    permission: 'agents:own-status',
    answer: PhoneDto,
    status: 201,
  })
  open(@CurrentPrincipal() principal: Principal, @Body() body: OpenPhoneDto) {
    return this.phones.open(principal, body.seatId);
  }

  @Delete()
  @Operation({ summary: 'This page is a phone no more', permission: 'agents:own-status' })
  close(@CurrentPrincipal() principal: Principal) {
    return this.phones.close(principal);
  }
}
