import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { HandTopicsDto } from './hand-topics.dto';
import { HandTopicsService } from './hand-topics.service';

@ApiTags('Hands')
@Controller('v1/hand-topics')
export class HandTopicsController {
  constructor(private readonly topics: HandTopicsService) {}

  @Get()
  @Operation({ summary: 'Read what hands are raised for', permission: 'live:read', answer: HandTopicsDto })
  get() {
    return this.topics.get();
  }

  @Put()
  @Operation({
    summary: 'Set what hands are raised for',
    description: 'Hands that were raised for one that goes keep it.',
    permission: 'agents:write',
    answer: HandTopicsDto,
    ifMatch: true,
  })
  set(@IfMatch() version: number, @Body() body: HandTopicsDto) {
    return this.topics.set(version, body);
  }
}
