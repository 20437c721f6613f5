import { Module } from '@nestjs/common';
import { RetentionController } from './retention.controller';
import { RetentionPart } from './retention.part';
import { RetentionPolicyService } from './retention-policy.service';
import { RetentionRepository } from './retention.repository';

@Module({
  controllers: [RetentionController],
  providers: [RetentionPart, RetentionPolicyService, RetentionRepository],
  exports: [RetentionPolicyService, RetentionRepository],
})
export class RetentionModule {}
