import { Global, Module } from '@nestjs/common';
import { CdrStore } from '../../telephony/cdr/cdr-store';
import { CallsRepository } from './calls.repository';
import { CallsService } from './calls.service';
import { CdrLegsStore } from './cdr-legs.store';

/** Global because the telephony layer stores its CDRs here. */
@Global()
@Module({
  providers: [CallsService, CallsRepository, CdrLegsStore, { provide: CdrStore, useExisting: CdrLegsStore }],
  exports: [CdrStore],
})
export class CallsModule {}
