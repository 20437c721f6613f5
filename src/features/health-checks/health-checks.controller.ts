import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { HealthDto } from './health-checks.dto';
import { HealthChecksService } from './health-checks.service';

@ApiTags('Operations')
@Controller('v1/health')
export class HealthChecksController {
  constructor(private readonly checks: HealthChecksService) {}

  @Get()
  @Operation({
    summary: 'Read how the installation is',
    description: 'What it stands on, what waits to be done, what runs low; as the asked process sees it.',
    permission: 'operations:read',
    scope: 'provider',
    answer: HealthDto,
  })
  all() {
    return this.checks.all();
  }
}
