import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module';
import { TenantsModule } from '../tenants/tenants.module';
import { CallbacksReader } from './callbacks.reader';

/** For whoever asks about callbacks, and keeps none. */
@Module({ imports: [CalendarsModule, TenantsModule], providers: [CallbacksReader], exports: [CallbacksReader] })
export class CallbacksReaderModule {}
