import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { RetentionPolicyDto, RetentionRunDto } from './retention.dto';
import { RetentionPolicyService } from './retention-policy.service';

@ApiTags('Retention')
@Controller('v1')
export class RetentionController {
  constructor(private readonly retention: RetentionPolicyService) {}

  @Get('retention-policy')
  @Operation({ summary: 'Read how long personal data is kept', permission: 'retention:read', answer: RetentionPolicyDto })
  policy() {
    return this.retention.get();
  }

  @Put('retention-policy')
  @Operation({
    summary: 'Set how long personal data is kept',
    description: 'Takes effect with the next nightly run; what it deletes is gone for good.',
    permission: 'retention:write',
    answer: RetentionPolicyDto,
    ifMatch: true,
  })
  setPolicy(@IfMatch() version: number, @Body() body: RetentionPolicyDto) {
    return this.retention.set(version, body);
  }

  @Get('retention-runs')
  @Operation({ summary: 'List what went by the policy', permission: 'retention:read', answer: RetentionRunDto, shape: 'page' })
  runs(@Query() request: PageRequest) {
    return this.retention.runs(request);
  }
}
