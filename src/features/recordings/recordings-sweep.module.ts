import { Module } from '@nestjs/common';
import { VoicemailsBookModule } from '../voicemails/voicemails-book.module';
import { RecordingsIntake } from './recordings-intake.service';
import { RecordingsModule } from './recordings.module';
import { RecordingsSweeper } from './recordings.sweeper';

/** For the worker alone. */
@Module({ imports: [RecordingsModule, VoicemailsBookModule], providers: [RecordingsIntake, RecordingsSweeper] })
export class RecordingsSweepModule {}
