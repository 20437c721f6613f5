import { Module } from '@nestjs/common';
import { AgentsReaderModule } from '../agents/agents-reader.module';
import { QueuesModule } from '../queues/queues.module';
import { RecordingsModule } from '../recordings/recordings.module';
import { UsersModule } from '../users/users.module';
import { VoicemailViews } from './voicemail-views.service';
import { VoicemailsBookModule } from './voicemails-book.module';
import { VoicemailsController } from './voicemails.controller';
import { VoicemailsService } from './voicemails.service';

/** Voicemails over the API. */
@Module({
  imports: [AgentsReaderModule, QueuesModule, RecordingsModule, UsersModule, VoicemailsBookModule],
  controllers: [VoicemailsController],
  providers: [VoicemailViews, VoicemailsService],
})
export class VoicemailsModule {}
