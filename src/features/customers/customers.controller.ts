import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { ChangeCustomerDto, CreateCustomerDto, CustomerDto, CustomersRequest, KeepCustomerDto } from './customers.dto';
import { CustomersService } from './customers.service';
import { EXTERNAL_ID } from './domain/customer';

@ApiTags('Customers')
@Controller('v1/customers')
export class CustomersController {
  constructor(private readonly customers: CustomersService) {}

  @Get()
  @Operation({
    summary: 'List customers',
    description: 'Without the permission personal-data:read names and numbers are masked, notes and attributes null.',
    permission: 'customers:read',
    answer: CustomerDto,
    shape: 'page',
    shows: 'customers',
  })
  list(@CurrentPrincipal() principal: Principal, @Query() request: CustomersRequest) {
    return this.customers.page(principal, request);
  }

  @Post()
  @Operation({ summary: 'Create a customer', permission: 'customers:write', answer: CustomerDto, status: 201 })
  create(@Body() body: CreateCustomerDto) {
    return this.customers.create(body);
  }

  @Put('by-external-id/:external_id')
  @ApiParam({ name: 'external_id', description: "The client's own CRM's.", schema: { type: 'string', pattern: EXTERNAL_ID.pattern.source }, example: 'crm-4711' })
  @Operation({
    summary: "Keep a CRM's customer",
    description: 'Makes it, or makes it what is said here: what is left out has its default. Said again, it changes nothing.',
    permission: 'customers:write',
    answer: CustomerDto,
  })
  keep(@Param('external_id') externalId: string, @Body() body: KeepCustomerDto) {
    return this.customers.keep(externalId, body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a customer', permission: 'customers:read', id: 'customer', answer: CustomerDto, shows: 'customers' })
  get(@Param('id') id: string) {
    return this.customers.get(id);
  }

  @Patch(':id')
  @Operation({
    summary: 'Change a customer',
    description: '`numbers` and `attributes` are replaced as a whole.',
    permission: 'customers:write',
    id: 'customer',
    answer: CustomerDto,
    ifMatch: true,
  })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeCustomerDto) {
    return this.customers.change(id, version, body);
  }

  @Delete(':id')
  @Operation({
    summary: 'Remove a customer',
    description: 'Its calls stay, and who called stays in them for as long as the tenant keeps numbers.',
    permission: 'customers:write',
    id: 'customer',
    ifMatch: true,
  })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.customers.remove(id, version);
  }
}
