import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module';
import { CallingPlanModule } from '../calling-plan/calling-plan.module';
import { NumbersReaderModule } from '../numbers/numbers-reader.module';
import { TenantsModule } from '../tenants/tenants.module';
import { CallbackNumbersService } from './callback-numbers.service';
import { CallbackRequests } from './callback-requests.service';
import { CallbacksRepository } from './callbacks.repository';
import { CallbackBook } from './domain/callback-book';
import { CallbackNumbers } from './domain/callback-numbers';

/** Who is to be called back: for all processes. */
@Module({
  imports: [CalendarsModule, CallingPlanModule, NumbersReaderModule, TenantsModule],
  providers: [
    CallbackRequests,
    CallbacksRepository,
    { provide: CallbackBook, useExisting: CallbackRequests },
    { provide: CallbackNumbers, useClass: CallbackNumbersService },
  ],
  exports: [CallbackBook, CallbackNumbers, CallbackRequests, CallbacksRepository],
})
export class CallbacksBookModule {}
