import { Global, Module } from '@nestjs/common';
import { WrapUpGate } from '../agents/domain/wrap-up-gate';
import { QueuesModule } from '../queues/queues.module';
import { RequiredCodes } from './required-codes.service';
import { WrapUpCodesController } from './wrap-up-codes.controller';
import { WrapUpCodesPart } from './wrap-up-codes.part';
import { WrapUpCodesReaderModule } from './wrap-up-codes-reader.module';
import { WrapUpCodesRepository } from './wrap-up-codes.repository';
import { WrapUpCodesService } from './wrap-up-codes.service';

/** Global because agents, on whom it builds, ask its WrapUpGate. */
@Global()
@Module({
  imports: [QueuesModule, WrapUpCodesReaderModule],
  controllers: [WrapUpCodesController],
  providers: [WrapUpCodesPart, WrapUpCodesRepository, WrapUpCodesService, { provide: WrapUpGate, useClass: RequiredCodes }],
  exports: [WrapUpGate],
})
export class WrapUpCodesModule {}
