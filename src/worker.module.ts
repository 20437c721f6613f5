import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { CallbacksScheduleModule } from './features/callbacks/callbacks-schedule.module';
import { CallsScheduleModule } from './features/calls/calls-schedule.module';
import { InvoicesScheduleModule } from './features/invoices/invoices-schedule.module';
import { NoticesSenderModule } from './features/notices/notices-sender.module';
import { PasswordResetsScheduleModule } from './features/password-resets/password-resets-schedule.module';
import { RecordingsSweepModule } from './features/recordings/recordings-sweep.module';
import { SessionsScheduleModule } from './features/sign-in/sessions-schedule.module';
import { RetentionScheduleModule } from './features/retention/retention-schedule.module';
import { SoundsScheduleModule } from './features/sounds/sounds-schedule.module';
import { WebhooksSenderModule } from './features/webhooks/webhooks-sender.module';
import { EventRunnerModule } from './platform/events/event-runner.module';
import { SpoolModule } from './telephony/cdr/spool.module';

/** Bull jobs and schedules: rating, invoices, sweeps. */
@Module({
  imports: [
    ScheduleModule.forRoot(),
    EventRunnerModule,
    CallbacksScheduleModule,
    CallsScheduleModule,
    InvoicesScheduleModule,
    NoticesSenderModule,
    PasswordResetsScheduleModule,
    RecordingsSweepModule,
    RetentionScheduleModule,
    SessionsScheduleModule,
    SoundsScheduleModule,
    SpoolModule,
    WebhooksSenderModule,
  ],
})
export class WorkerModule {}
