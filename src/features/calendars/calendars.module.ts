import { Module } from '@nestjs/common';
import { CalendarsPart } from './calendars.part';
import { CalendarsReader } from './calendars.reader';

@Module({
  providers: [CalendarsPart, CalendarsReader],
  exports: [CalendarsReader],
})
export class CalendarsModule {}
