import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { StaffDto } from './staff.dto';
import { StaffService } from './staff.service';

@ApiTags('Staff')
@Controller('v1/staff')
export class StaffController {
  constructor(private readonly staff: StaffService) {}

  @Get()
  @Operation({
    summary: "List the provider's people",
    permission: 'staff:read',
    scope: 'provider',
    answer: StaffDto,
    shape: 'page',
  })
  list(@Query() request: PageRequest) {
    return this.staff.list(request);
  }
}
