import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { AvailableNumberDto, AvailableNumbersRequest } from './number-stock.dto';
import { NumberStockService } from './number-stock.service';

@ApiTags('Numbers')
@Controller('v1/available-numbers')
export class AvailableNumbersController {
  constructor(private readonly stock: NumberStockService) {}

  @Get()
  @Operation({
    summary: 'List the numbers that can be leased',
    description: "Of the provider's stock those that are free, or kept for this tenant.",
    permission: 'numbers:write',
    answer: AvailableNumberDto,
    shape: 'page',
  })
  list(@Query() request: AvailableNumbersRequest) {
    return this.stock.available(request);
  }
}
