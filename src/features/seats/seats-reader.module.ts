import { Module } from '@nestjs/common';
import { SeatsReader } from './seats.reader';

/** Apart from seats.module.ts, so that the live picture may ask about seats in every process. */
@Module({ providers: [SeatsReader], exports: [SeatsReader] })
export class SeatsReaderModule {}
