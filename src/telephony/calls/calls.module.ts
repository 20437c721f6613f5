import { Module } from '@nestjs/common';
import { LinkModule } from '../link/link.module';
import { CallTracker } from './call-tracker';

/** Needs a CallSink from the importing process. */
@Module({ imports: [LinkModule], providers: [CallTracker], exports: [CallTracker] })
export class CallTrackerModule {}
