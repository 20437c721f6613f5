import { Module } from '@nestjs/common';
import { QueuesModule } from '../queues/queues.module';
import { ExpectedMessages } from '../recordings/domain/expected-messages';
import { RecordingsModule } from '../recordings/recordings.module';
import { VoicemailBook } from './domain/voicemail-book';
import { VoicemailNumbers } from './domain/voicemail-numbers';
import { VoicemailArrivals } from './voicemail-arrivals.service';
import { VoicemailNumbersService } from './voicemail-numbers.service';
import { VoicemailsRepository } from './voicemails.repository';

/** What callers have left: for all processes. */
@Module({
  imports: [QueuesModule, RecordingsModule],
  providers: [
    VoicemailArrivals,
    VoicemailsRepository,
    { provide: ExpectedMessages, useExisting: VoicemailArrivals },
    { provide: VoicemailBook, useExisting: VoicemailArrivals },
    { provide: VoicemailNumbers, useClass: VoicemailNumbersService },
  ],
  exports: [ExpectedMessages, VoicemailBook, VoicemailNumbers, VoicemailsRepository],
})
export class VoicemailsBookModule {}
