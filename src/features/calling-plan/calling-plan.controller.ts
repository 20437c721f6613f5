import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { CallingPlanDto } from './calling-plan.dto';
import { CallingPlanReader } from './calling-plan.reader';

@ApiTags('Calling plan')
@Controller('v1/calling-plan')
export class CallingPlanController {
  constructor(private readonly plans: CallingPlanReader) {}

  @Get()
  @Operation({
    summary: 'Read what our phones may call',
    description: 'Agreed with the provider, and changed by the tenant file.',
    permission: 'tariffs:read',
    answer: CallingPlanDto,
  })
  get() {
    return this.plans.current();
  }
}
