import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { CallbackViews } from './callback-views.service';
import { CallbackDetailsDto, CallbackDto, CallbacksRequest, CreateCallbackDto } from './callbacks.dto';
import { CallbacksService } from './callbacks.service';

@ApiTags('Callbacks')
@Controller('v1/callbacks')
export class CallbacksController {
  constructor(
    private readonly callbacks: CallbacksService,
    private readonly views: CallbackViews,
  ) {}

  @Get()
  @Operation({ summary: 'List callbacks', permission: 'callbacks:read', answer: CallbackDto, shape: 'page', shows: 'callbacks' })
  list(@CurrentPrincipal() principal: Principal, @Query() request: CallbacksRequest) {
    return this.views.page(principal, request);
  }

  @Post()
  @Operation({
    summary: 'Book a callback',
    description: 'While one is open for the number in that queue, it is that one.',
    permission: 'callbacks:write',
    answer: CallbackDetailsDto,
    status: 201,
  })
  book(@Body() body: CreateCallbackDto) {
    return this.callbacks.book(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a callback with its tries', permission: 'callbacks:read', id: 'callback', answer: CallbackDetailsDto, shows: 'callbacks' })
  get(@Param('id') id: string) {
    return this.views.get(id);
  }

  @Post(':id/cancel')
  @Operation({ summary: 'Cancel a callback', permission: 'callbacks:write', id: 'callback', answer: CallbackDetailsDto, ifMatch: true })
  cancel(@Param('id') id: string, @IfMatch() version: number) {
    return this.callbacks.cancel(id, version);
  }
}
