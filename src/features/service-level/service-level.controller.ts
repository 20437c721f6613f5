import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { ServiceLevelDto } from './service-level.dto';
import { ServiceLevelService } from './service-level.service';

@ApiTags('Live')
@Controller('v1/live/service-level')
export class ServiceLevelController {
  constructor(private readonly levels: ServiceLevelService) {}

  @Get()
  @Operation({ summary: "Today's service level so far", permission: 'live:read', answer: ServiceLevelDto })
  today() {
    return this.levels.today();
  }
}
