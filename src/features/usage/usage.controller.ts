import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { UsageDto, UsageRequest } from './usage.dto';
import { UsageListService } from './usage-list.service';

@ApiTags('Usage')
@Controller('v1/usage')
export class UsageController {
  constructor(private readonly usage: UsageListService) {}

  @Get()
  @Operation({
    summary: 'List rated usage',
    permission: 'usage:read',
    answer: UsageDto,
    shape: 'page',
    shows: 'usage_records',
  })
  list(@Query() request: UsageRequest) {
    return this.usage.page(request);
  }
}
