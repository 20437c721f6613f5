import { Module } from '@nestjs/common';
import { CallingPlanController } from './calling-plan.controller';
import { CallingPlanPart } from './calling-plan.part';
import { CallingPlanReader } from './calling-plan.reader';

@Module({
  controllers: [CallingPlanController],
  providers: [CallingPlanPart, CallingPlanReader],
  exports: [CallingPlanReader],
})
export class CallingPlanModule {}
