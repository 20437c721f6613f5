import { Global, Module } from '@nestjs/common';
import { CallSink } from '../../telephony/calls/call-sink';
import { AgentsReaderModule } from '../agents/agents-reader.module';
import { SeatsReaderModule } from '../seats/seats-reader.module';
import { LiveAlarms } from './live-alarms';
import { LiveReader } from './live.reader';
import { LiveStatuses } from './live-statuses';
import { LiveStore } from './live-store';
import { SwitchEvents } from './switch-events';

/** Global because the telephony layer tells its CallSink. */
@Global()
@Module({
  imports: [AgentsReaderModule, SeatsReaderModule],
  providers: [LiveAlarms, LiveReader, LiveStatuses, LiveStore, SwitchEvents, { provide: CallSink, useExisting: SwitchEvents }],
  exports: [CallSink, LiveReader, LiveStore],
})
export class LiveModule {}
