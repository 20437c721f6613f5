import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { BillingMonthDto, BillingMonthRequest } from './billing-month.dto';
import { BillingMonthReader } from './billing-month.reader';

@ApiTags('Invoices')
@Controller('v1/billing-month')
export class BillingMonthController {
  constructor(private readonly months: BillingMonthReader) {}

  @Get()
  @Operation({
    summary: "Read a month's invoices over all tenants",
    permission: 'billing-months:read',
    scope: 'provider',
    answer: BillingMonthDto,
  })
  read(@Query() { period }: BillingMonthRequest) {
    return this.months.read(period);
  }
}
