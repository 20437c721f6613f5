import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { NoticeViews } from './notice-views.service';
import { NoticeDto, NoticesRequest } from './notices.dto';

@ApiTags('Calls')
@Controller('v1/notices')
export class NoticesController {
  constructor(private readonly notices: NoticeViews) {}

  @Get()
  @Operation({
    summary: 'List notices',
    description: 'What IVR scripts have sent by SMS and e-mail, or will.',
    permission: 'calls:read',
    answer: NoticeDto,
    shape: 'page',
    shows: 'notices',
  })
  list(@CurrentPrincipal() principal: Principal, @Query() request: NoticesRequest) {
    return this.notices.page(principal, request);
  }
}
