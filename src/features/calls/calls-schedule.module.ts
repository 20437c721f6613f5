import { Module } from '@nestjs/common';
import { CdrRejectsSchedule } from './cdr-rejects.schedule';
import { SettlementSweep } from './settlement-sweep';

/** For the worker alone. */
@Module({ providers: [CdrRejectsSchedule, SettlementSweep] })
export class CallsScheduleModule {}
