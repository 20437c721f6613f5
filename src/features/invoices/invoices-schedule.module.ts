import { Module } from '@nestjs/common';
import { InvoicesModule } from './invoices.module';
import { InvoicesSchedule } from './invoices.schedule';

/** For the worker alone: any other process would close months too. */
@Module({ imports: [InvoicesModule], providers: [InvoicesSchedule] })
export class InvoicesScheduleModule {}
