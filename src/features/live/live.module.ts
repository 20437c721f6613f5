import { Global, Module } from '@nestjs/common';
import { CallSink } from '../../telephony/calls/call-sink';
import { AgentsReaderModule } from '../agents/agents-reader.module';
import { HandsReaderModule } from '../hands/hands-reader.module';
import { SeatsReaderModule } from '../seats/seats-reader.module';
import { AgentEvents } from './agent-events.service';
import { WrapUpBoard } from './domain/wrap-up-board';
import { KeptEvents } from './kept-events';
import { LiveAlarms } from './live-alarms';
import { LiveCallers } from './live-callers';
import { LiveHands } from './live-hands';
import { LiveReader } from './live.reader';
import { LiveStatuses } from './live-statuses';
import { LiveStore } from './live-store';
import { LiveWrapUps } from './live-wrap-ups';
import { SwitchEvents } from './switch-events';

/** Global because the telephony layer tells its CallSink, and agents their WrapUpBoard. */
@Global()
@Module({
  imports: [AgentsReaderModule, HandsReaderModule, SeatsReaderModule],
  providers: [
    AgentEvents,
    KeptEvents,
    LiveAlarms,
    LiveCallers,
    LiveHands,
    LiveReader,
    LiveStatuses,
    LiveStore,
    SwitchEvents,
    { provide: CallSink, useExisting: SwitchEvents },
    { provide: WrapUpBoard, useClass: LiveWrapUps },
  ],
  exports: [CallSink, LiveReader, LiveStore, WrapUpBoard],
})
export class LiveModule {}
