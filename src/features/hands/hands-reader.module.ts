import { Module } from '@nestjs/common';
import { TeamsReaderModule } from '../teams/teams-reader.module';
import { HandsReader } from './hands.reader';

/** Apart from hands.module.ts, so that the live picture may ask about hands in every process. */
@Module({ imports: [TeamsReaderModule], providers: [HandsReader], exports: [HandsReader] })
export class HandsReaderModule {}
