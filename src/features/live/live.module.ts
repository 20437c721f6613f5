import { Global, Module } from '@nestjs/common';
import { CallSink } from '../../telephony/calls/call-sink';
import { LiveStore } from './live-store';
import { SwitchEvents } from './switch-events';

/** Global because the telephony layer tells its CallSink. */
@Global()
@Module({
  providers: [LiveStore, SwitchEvents, { provide: CallSink, useExisting: SwitchEvents }],
  exports: [CallSink, LiveStore],
})
export class LiveModule {}
