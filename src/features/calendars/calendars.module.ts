import { Module } from '@nestjs/common';
import { NumbersReaderModule } from '../numbers/numbers-reader.module';
import { CalendarsController } from './calendars.controller';
import { CalendarsPart } from './calendars.part';
import { CalendarsReader } from './calendars.reader';
import { CalendarsRepository } from './calendars.repository';
import { CalendarsService } from './calendars.service';

@Module({
  imports: [NumbersReaderModule],
  controllers: [CalendarsController],
  providers: [CalendarsPart, CalendarsReader, CalendarsRepository, CalendarsService],
  exports: [CalendarsReader],
})
export class CalendarsModule {}
