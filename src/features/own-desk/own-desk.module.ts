import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/agents.module';
import { CallbacksReaderModule } from '../callbacks/callbacks-reader.module';
import { NumbersModule } from '../numbers/numbers.module';
import { QueuesModule } from '../queues/queues.module';
import { ScriptPathsModule } from '../script-paths/script-paths.module';
import { SeatsModule } from '../seats/seats.module';
import { CallingCustomers } from './calling-customers.service';
import { OwnCallService } from './own-call.service';
import { OwnCallbacksService } from './own-callbacks.service';
import { OwnDayReader } from './own-day.reader';
import { OwnDayService } from './own-day.service';
import { OwnDeskController } from './own-desk.controller';

/** What an agent's desktop shows. The api process's part. */
@Module({
  imports: [AgentsModule, CallbacksReaderModule, NumbersModule, QueuesModule, ScriptPathsModule, SeatsModule],
  controllers: [OwnDeskController],
  providers: [CallingCustomers, OwnCallService, OwnCallbacksService, OwnDayReader, OwnDayService],
})
export class OwnDeskModule {}
