import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module';
import { QueuesModule } from '../queues/queues.module';
import { CallbackViews } from './callback-views.service';
import { CallCallbacksController } from './call-callbacks.controller';
import { CallbacksBookModule } from './callbacks-book.module';
import { CallbacksController } from './callbacks.controller';
import { CallbacksService } from './callbacks.service';

/** Callbacks over the API. */
@Module({ imports: [CalendarsModule, CallbacksBookModule, QueuesModule], controllers: [CallCallbacksController, CallbacksController], providers: [CallbackViews, CallbacksService] })
export class CallbacksModule {}
