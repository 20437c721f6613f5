import { Module } from '@nestjs/common';
import { CallbacksBookModule } from '../callbacks/callbacks-book.module';
import { RecordingsModule } from '../recordings/recordings.module';
import { UsageModule } from '../usage/usage.module';
import { NoticesBookModule } from '../notices/notices-book.module';
import { VoicemailsBookModule } from '../voicemails/voicemails-book.module';
import { RetentionModule } from './retention.module';
import { RetentionRunService } from './retention-run.service';
import { RetentionSchedule } from './retention.schedule';

/** For the worker alone. */
@Module({
  imports: [CallbacksBookModule, RetentionModule, RecordingsModule, UsageModule, NoticesBookModule, VoicemailsBookModule],
  providers: [RetentionRunService, RetentionSchedule],
})
export class RetentionScheduleModule {}
