import { Module } from '@nestjs/common';
import { BreakReasonsController } from './break-reasons.controller';
import { BreakReasonsReader } from './break-reasons.reader';
import { BreakReasonsRepository } from './break-reasons.repository';
import { BreakReasonsService } from './break-reasons.service';

@Module({
  controllers: [BreakReasonsController],
  providers: [BreakReasonsReader, BreakReasonsRepository, BreakReasonsService],
  exports: [BreakReasonsReader],
})
export class BreakReasonsModule {}
