import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { SpendingDto } from './spending.dto';
import { SpendingReader } from './spending.reader';

@ApiTags('Calling plan')
@Controller('v1/spending')
export class SpendingController {
  constructor(private readonly spending: SpendingReader) {}

  @Get()
  @Operation({
    summary: 'Read what outbound calls have cost so far, against what they may',
    permission: 'invoices:read',
    answer: SpendingDto,
  })
  get() {
    return this.spending.current();
  }
}
