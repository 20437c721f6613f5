import { Module } from '@nestjs/common';
import { SwitchCommands } from '../../telephony/commands/switch-commands';
import { NodesModule } from '../../telephony/nodes/nodes.module';
import { AgentsReaderModule } from '../agents/agents-reader.module';
import { CalendarsModule } from '../calendars/calendars.module';
import { CallsModule } from '../calls/calls.module';
import { LiveModule } from '../live/live.module';
import { NumbersReaderModule } from '../numbers/numbers-reader.module';
import { QueuesModule } from '../queues/queues.module';
import { SeatsReaderModule } from '../seats/seats-reader.module';
import { TenantsModule } from '../tenants/tenants.module';
import { CallbackDialler } from './callback-dialler';
import { CallbackFloor } from './callback-floor';
import { CallbackResults } from './callback-results.service';
import { CallbacksBookModule } from './callbacks-book.module';
import { CallbacksHandlers } from './callbacks.handlers';
import { CallbacksSchedule } from './callbacks.schedule';

/** Dials back, and learns what came of it: for the worker alone. */
@Module({
  imports: [
    AgentsReaderModule, CalendarsModule, CallbacksBookModule, CallsModule, LiveModule, NodesModule, NumbersReaderModule, QueuesModule,
    SeatsReaderModule, TenantsModule,
  ],
  providers: [CallbackDialler, CallbackFloor, CallbackResults, CallbacksHandlers, CallbacksSchedule, SwitchCommands],
})
export class CallbacksScheduleModule {}
