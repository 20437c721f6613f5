import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { CloseHandDto, HandDto, HandsByTopicDto, HandsPeriodRequest, HandsRequest } from './hands.dto';
import { HandsService } from './hands.service';

@ApiTags('Hands')
@Controller('v1/hands')
export class HandsController {
  constructor(private readonly hands: HandsService) {}

  @Get()
  @Operation({ summary: 'List raised hands', description: 'Those that are down again, too.', permission: 'agents:read', answer: HandDto, shape: 'page' })
  list(@CurrentPrincipal() principal: Principal, @Query() request: HandsRequest) {
    return this.hands.page(principal, request);
  }

  @Get('by-topic')
  @Operation({ summary: 'Count raised hands by topic', permission: 'agents:read', answer: HandsByTopicDto })
  byTopic(@Query() period: HandsPeriodRequest) {
    return this.hands.byTopic(period);
  }

  @Post(':id/taken')
  @Operation({
    summary: 'Take a raised hand',
    description: 'I see to it. Where somebody else has taken it, the refusal names who; taken again by me, it stays as it is.',
    permission: 'agents:status',
    id: 'hand',
    answer: HandDto,
  })
  take(@CurrentPrincipal() principal: Principal, @Param('id') id: string) {
    return this.hands.take(principal, id);
  }

  @Post(':id/closed')
  @Operation({ summary: 'Close a raised hand', description: 'Which somebody has taken.', permission: 'agents:status', id: 'hand', answer: HandDto })
  close(@CurrentPrincipal() principal: Principal, @Param('id') id: string, @Body() body: CloseHandDto) {
    return this.hands.close(principal, id, body);
  }
}
