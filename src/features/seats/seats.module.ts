import { Module } from '@nestjs/common';
import { AgentsReaderModule } from '../agents/agents-reader.module';
import { NumbersReaderModule } from '../numbers/numbers-reader.module';
import { SeatSecrets } from './domain/seat-secrets';
import { SeatSuspension } from './domain/suspension';
import { SeatCallerNumbersPart } from './seat-caller-numbers.part';
import { SeatSuspensions } from './seat-suspensions';
import { SeatsController } from './seats.controller';
import { SeatsPart } from './seats.part';
import { SeatsReader } from './seats.reader';
import { SeatsRepository } from './seats.repository';
import { SeatsService } from './seats.service';

@Module({
  imports: [AgentsReaderModule, NumbersReaderModule],
  controllers: [SeatsController],
  providers: [
    SeatCallerNumbersPart,
    SeatsPart,
    SeatsReader,
    SeatsRepository,
    SeatsService,
    SeatSuspensions,
    { provide: SeatSuspension, useExisting: SeatSuspensions },
    { provide: SeatSecrets, useExisting: SeatsService },
  ],
  exports: [SeatsReader, SeatSecrets, SeatSuspension],
})
export class SeatsModule {}
