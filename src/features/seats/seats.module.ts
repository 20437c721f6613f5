import { Module } from '@nestjs/common';
import { AgentsReaderModule } from '../agents/agents-reader.module';
import { NumbersReaderModule } from '../numbers/numbers-reader.module';
import { SeatSecrets } from './domain/seat-secrets';
import { SeatSuspension } from './domain/suspension';
import { SeatCallerNumbersPart } from './seat-caller-numbers.part';
import { SeatSuspensions } from './seat-suspensions';
import { SeatsController } from './seats.controller';
import { SeatsPart } from './seats.part';
import { SeatsReaderModule } from './seats-reader.module';
import { SeatsRepository } from './seats.repository';
import { SeatsService } from './seats.service';

@Module({
  imports: [AgentsReaderModule, NumbersReaderModule, SeatsReaderModule],
  controllers: [SeatsController],
  providers: [
    SeatCallerNumbersPart,
    SeatsPart,
    SeatsRepository,
    SeatsService,
    SeatSuspensions,
    { provide: SeatSuspension, useExisting: SeatSuspensions },
    { provide: SeatSecrets, useExisting: SeatsService },
  ],
  exports: [SeatsReaderModule, SeatSecrets, SeatSuspension],
})
export class SeatsModule {}
