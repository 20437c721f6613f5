import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { BreakReasonsDto } from './break-reasons.dto';
import { BreakReasonsService } from './break-reasons.service';

@ApiTags('Agents')
@Controller('v1/break-reasons')
export class BreakReasonsController {
  constructor(private readonly reasons: BreakReasonsService) {}

  @Get()
  @Operation({ summary: 'Read the reasons for breaks', permission: 'live:read', answer: BreakReasonsDto })
  get() {
    return this.reasons.get();
  }

  @Put()
  @Operation({
    summary: 'Set the reasons for breaks',
    description: 'An agent who is on a break for one that goes keeps it until the end of that break.',
    permission: 'agents:write',
    answer: BreakReasonsDto,
    ifMatch: true,
  })
  set(@IfMatch() version: number, @Body() body: BreakReasonsDto) {
    return this.reasons.set(version, body);
  }
}
