import { Module } from '@nestjs/common';
import { RecordingArchive } from './domain/recording-archive';
import { RecordingAudio } from './recording-audio.service';
import { RecordingStore } from './recording-store';
import { RecordingsController } from './recordings.controller';
import { RecordingsReader } from './recordings.reader';
import { RecordingsRepository } from './recordings.repository';
import { RecordingsService } from './recordings.service';

@Module({
  controllers: [RecordingsController],
  providers: [
    RecordingAudio,
    RecordingStore,
    RecordingsReader,
    RecordingsRepository,
    RecordingsService,
    { provide: RecordingArchive, useExisting: RecordingsService },
  ],
  exports: [RecordingArchive, RecordingStore, RecordingsReader, RecordingsRepository],
})
export class RecordingsModule {}
