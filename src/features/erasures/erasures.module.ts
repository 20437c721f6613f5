import { Module } from '@nestjs/common';
import { CallbacksBookModule } from '../callbacks/callbacks-book.module';
import { RecordingsModule } from '../recordings/recordings.module';
import { UsageModule } from '../usage/usage.module';
import { NoticesBookModule } from '../notices/notices-book.module';
import { VoicemailsBookModule } from '../voicemails/voicemails-book.module';
import { ErasuresController } from './erasures.controller';
import { ErasuresRepository } from './erasures.repository';
import { ErasuresService } from './erasures.service';

@Module({
  imports: [CallbacksBookModule, RecordingsModule, UsageModule, NoticesBookModule, VoicemailsBookModule],
  controllers: [ErasuresController],
  providers: [ErasuresRepository, ErasuresService],
})
export class ErasuresModule {}
