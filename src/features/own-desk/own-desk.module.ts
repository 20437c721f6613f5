import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/agents.module';
import { NumbersModule } from '../numbers/numbers.module';
import { SeatsModule } from '../seats/seats.module';
import { CallingCustomers } from './calling-customers.service';
import { OwnCallService } from './own-call.service';
import { OwnDayReader } from './own-day.reader';
import { OwnDayService } from './own-day.service';
import { OwnDeskController } from './own-desk.controller';

/** What an agent's desktop shows. The api process's part. */
@Module({
  imports: [AgentsModule, NumbersModule, SeatsModule],
  controllers: [OwnDeskController],
  providers: [CallingCustomers, OwnCallService, OwnDayReader, OwnDayService],
})
export class OwnDeskModule {}
