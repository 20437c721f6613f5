import { Module } from '@nestjs/common';
import { QueuesModule } from '../queues/queues.module';
import { CalendarsModule } from '../calendars/calendars.module';
import { NumbersPart } from './numbers.part';

@Module({
  imports: [QueuesModule, CalendarsModule],
  providers: [NumbersPart],
})
export class NumbersModule {}
