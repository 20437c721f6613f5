import { Module } from '@nestjs/common';
import { RecordingAudio } from './recording-audio.service';
import { RecordingStore } from './recording-store';
import { RecordingsController } from './recordings.controller';
import { RecordingsRepository } from './recordings.repository';
import { RecordingsService } from './recordings.service';

@Module({
  controllers: [RecordingsController],
  providers: [RecordingAudio, RecordingStore, RecordingsRepository, RecordingsService],
  exports: [RecordingStore, RecordingsRepository, RecordingsService],
})
export class RecordingsModule {}
