import { Module } from '@nestjs/common';
import { SeatsPart } from './seats.part';
import { SeatsReader } from './seats.reader';

@Module({
  providers: [SeatsPart, SeatsReader],
  exports: [SeatsReader],
})
export class SeatsModule {}
