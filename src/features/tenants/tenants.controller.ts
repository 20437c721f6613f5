import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { CheckedFileDto, PlanDto, TenantDto, TenantFileDto, TenantsRequest } from './tenants.dto';
import { TenantsService } from './tenants.service';

@ApiTags('Tenants')
@Controller('v1/tenants')
export class TenantsController {
  constructor(private readonly tenants: TenantsService) {}

  @Get()
  @Operation({
    summary: 'List tenants',
    permission: 'tenants:read',
    scope: 'provider',
    answer: TenantDto,
    shape: 'page',
  })
  list(@Query() request: TenantsRequest) {
    return this.tenants.list(request);
  }

  @Post('check')
  @Operation({
    summary: 'Say what is wrong in a tenant file',
    description:
      'Looks at the file alone, as often as somebody types. What belongs to another tenant only a plan can tell.',
    permission: 'tenants:write',
    scope: 'provider',
    answer: CheckedFileDto,
    status: 200,
    body: 'large',
  })
  check(@Body() body: TenantFileDto) {
    return this.tenants.check(body);
  }

  @Post('plan')
  @Operation({
    summary: 'Show what a tenant file would change',
    permission: 'tenants:write',
    scope: 'provider',
    answer: PlanDto,
    body: 'large',
  })
  plan(@Body() body: TenantFileDto) {
    return this.tenants.plan(body);
  }

  @Put('file')
  @Operation({
    summary: 'Make a tenant what its file says',
    description: 'All or nothing; the same file again changes nothing. Answers what it did.',
    permission: 'tenants:write',
    scope: 'provider',
    answer: PlanDto,
    body: 'large',
  })
  apply(@Body() body: TenantFileDto) {
    return this.tenants.apply(body);
  }

  @Get(':id')
  @Operation({
    summary: 'Read a tenant',
    permission: 'tenants:read',
    scope: 'provider',
    id: 'tenant',
    answer: TenantDto,
  })
  get(@Param('id') id: string) {
    return this.tenants.get(id);
  }

  @Get(':id/file')
  @Operation({
    summary: 'Read a tenant as a file',
    permission: 'tenants:read',
    scope: 'provider',
    id: 'tenant',
    answer: TenantFileDto,
  })
  file(@Param('id') id: string) {
    return this.tenants.file(id);
  }
}
