import { Global, Module } from '@nestjs/common';
import { CdrStore } from '../../telephony/cdr/cdr-store';
import { CallLegsReader } from './call-legs.reader';
import { CallsController } from './calls.controller';
import { CallsReader } from './calls.reader';
import { CallsRepository } from './calls.repository';
import { CallsService } from './calls.service';
import { CdrLegsStore } from './cdr-legs.store';

/** Global because the telephony layer stores its CDRs here. */
@Global()
@Module({
  controllers: [CallsController],
  providers: [
    CallLegsReader,
    CallsReader,
    CallsService,
    CallsRepository,
    CdrLegsStore,
    { provide: CdrStore, useExisting: CdrLegsStore },
  ],
  exports: [CdrStore, CallLegsReader, CallsReader],
})
export class CallsModule {}
