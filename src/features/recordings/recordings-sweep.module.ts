import { Module } from '@nestjs/common';
import { RecordingsIntake } from './recordings-intake.service';
import { RecordingsModule } from './recordings.module';
import { RecordingsSweeper } from './recordings.sweeper';

/** For the worker alone. */
@Module({ imports: [RecordingsModule], providers: [RecordingsIntake, RecordingsSweeper] })
export class RecordingsSweepModule {}
