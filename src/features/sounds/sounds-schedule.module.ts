import { Module } from '@nestjs/common';
import { SoundsModule } from './sounds.module';
import { SoundsSchedule } from './sounds.schedule';

/** For the worker alone. */
@Module({ imports: [SoundsModule], providers: [SoundsSchedule] })
export class SoundsScheduleModule {}
