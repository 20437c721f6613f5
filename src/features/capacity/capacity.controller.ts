import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { CapacityDto } from './capacity.dto';
import { CapacityReader } from './capacity.reader';

@ApiTags('Operations')
@Controller('v1/capacity')
export class CapacityController {
  constructor(private readonly capacity: CapacityReader) {}

  @Get()
  @Operation({
    summary: 'Read how much all tenants use of what they may',
    permission: 'tenants:read',
    scope: 'provider',
    answer: CapacityDto,
  })
  get() {
    return this.capacity.all();
  }
}
