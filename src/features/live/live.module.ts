import { Global, Module } from '@nestjs/common';
import { CallSink } from '../../telephony/calls/call-sink';
import { LiveAlarms } from './live-alarms';
import { LiveReader } from './live.reader';
import { LiveStore } from './live-store';
import { SwitchEvents } from './switch-events';

/** Global because the telephony layer tells its CallSink. */
@Global()
@Module({
  providers: [LiveAlarms, LiveReader, LiveStore, SwitchEvents, { provide: CallSink, useExisting: SwitchEvents }],
  exports: [CallSink, LiveReader, LiveStore],
})
export class LiveModule {}
