import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { CallDto } from './calls.dto';
import { CallsReader } from './calls.reader';

@ApiTags('Customers')
@Controller('v1/customers/:id/calls')
export class CustomerCallsController {
  constructor(private readonly calls: CallsReader) {}

  @Get()
  @Operation({
    summary: "List a customer's calls",
    description: 'From and to its numbers, also of the time before it was kept; not those whose number is forgotten.',
    permission: 'calls:read',
    id: 'customer',
    answer: CallDto,
    shape: 'page',
    shows: 'calls',
  })
  list(@Param('id') id: string, @Query() request: PageRequest) {
    return this.calls.pageOf(id, request);
  }
}
