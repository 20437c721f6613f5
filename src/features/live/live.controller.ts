import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { FloorDto } from './live.dto';
import { LiveService } from './live.service';

@ApiTags('Live')
@Controller('v1/live')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  @Get()
  @Operation({
    summary: "A snapshot of the tenant's floor",
    permission: 'live:read',
    answer: FloorDto,
    shows: 'live',
  })
  floor(@CurrentPrincipal() principal: Principal) {
    return this.live.floorFor(principal);
  }
}
