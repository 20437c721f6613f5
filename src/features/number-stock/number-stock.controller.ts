import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import {
  AddNumbersDto,
  HoldNumberDto,
  NumberCountDto,
  NumberStockRequest,
  StockedNumberDto,
  StockListDto,
} from './number-stock.dto';
import { NumberStockService } from './number-stock.service';

@ApiTags('Number stock')
@Controller('v1/number-stock')
export class NumberStockController {
  constructor(private readonly stock: NumberStockService) {}

  @Get()
  @Operation({
    summary: 'List the numbers that the provider holds',
    permission: 'number-stock:read',
    scope: 'provider',
    answer: StockedNumberDto,
    shape: 'page',
  })
  list(@Query() request: NumberStockRequest) {
    return this.stock.list(request);
  }

  @Post('check')
  @Operation({
    summary: 'Try whether numbers can be added to the stock',
    description: 'Is refused as adding them would be, and changes nothing; to be asked while somebody types.',
    permission: 'number-stock:write',
    scope: 'provider',
    answer: NumberCountDto,
    status: 200,
  })
  check(@Body() body: StockListDto) {
    return this.stock.check(body);
  }

  @Post()
  @Operation({
    summary: 'Add numbers to the stock',
    description: 'All of them or none: each problem names its entry of the list.',
    permission: 'number-stock:write',
    scope: 'provider',
    answer: NumberCountDto,
    status: 201,
  })
  add(@Body() body: AddNumbersDto) {
    return this.stock.add(body);
  }

  @Put(':id/hold')
  @Operation({
    summary: 'Hold a number for a tenant',
    description: 'No other can lease it then. Refused where it is held for another.',
    permission: 'number-stock:write',
    scope: 'provider',
    id: 'stockedNumber',
    answer: StockedNumberDto,
  })
  hold(@Param('id') id: string, @Body() body: HoldNumberDto) {
    return this.stock.hold(id, body);
  }

  @Delete(':id/hold')
  @Operation({
    summary: 'Release a number',
    description: 'Any tenant can lease it then. Refused while it is leased.',
    permission: 'number-stock:write',
    scope: 'provider',
    id: 'stockedNumber',
    answer: StockedNumberDto,
  })
  release(@Param('id') id: string) {
    return this.stock.release(id);
  }

  @Delete(':id')
  @Operation({
    summary: 'Take a number out of the stock',
    description: 'Refused while it is leased.',
    permission: 'number-stock:write',
    scope: 'provider',
    id: 'stockedNumber',
  })
  remove(@Param('id') id: string) {
    return this.stock.remove(id);
  }
}
