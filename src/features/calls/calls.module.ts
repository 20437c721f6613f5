import { Global, Module } from '@nestjs/common';
import { CdrStore } from '../../telephony/cdr/cdr-store';
import { ScriptPathsModule } from '../script-paths/script-paths.module';
import { SurveysModule } from '../surveys/surveys.module';
import { CallLegsReader } from './call-legs.reader';
import { CallNumbersService } from './call-numbers.service';
import { CallsController } from './calls.controller';
import { CallsReader } from './calls.reader';
import { CallsRepository } from './calls.repository';
import { CallsService } from './calls.service';
import { CustomerCallsController } from './customer-calls.controller';
import { CdrLegsStore } from './cdr-legs.store';
import { CdrRejects } from './cdr-rejects';
import { CallNumbers } from './domain/call-numbers';

/** Global because the telephony layer stores its CDRs here. */
@Global()
@Module({
  imports: [ScriptPathsModule, SurveysModule],
  controllers: [CallsController, CustomerCallsController],
  providers: [
    CallLegsReader,
    CallsReader,
    CallsService,
    CallsRepository,
    CdrLegsStore,
    CdrRejects,
    { provide: CallNumbers, useClass: CallNumbersService },
    { provide: CdrStore, useExisting: CdrLegsStore },
  ],
  exports: [CallNumbers, CdrStore, CallLegsReader, CallsReader],
})
export class CallsModule {}
