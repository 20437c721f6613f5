import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { ReconciliationDto } from './reconciliations.dto';
import { ReconciliationsRepository } from './reconciliations.repository';

@ApiTags('Switch')
@Controller('v1/reconciliations')
export class ReconciliationsController {
  constructor(private readonly reconciliations: ReconciliationsRepository) {}

  @Get()
  @Operation({
    summary: 'List what the reconciler had to mend on the switch',
    permission: 'reconciliations:read',
    answer: ReconciliationDto,
    shape: 'page',
  })
  list(@Query() request: PageRequest) {
    return this.reconciliations.page(request);
  }
}
