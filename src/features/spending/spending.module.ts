import { Module } from '@nestjs/common';
import { CallingPlanModule } from '../calling-plan/calling-plan.module';
import { TariffsModule } from '../tariffs/tariffs.module';
import { CreditService } from './credit.service';
import { CreditControl } from './domain/credit-control';
import { SpendingController } from './spending.controller';
import { SpendingReader } from './spending.reader';
import { SpendingRepository } from './spending.repository';

@Module({
  imports: [CallingPlanModule, TariffsModule],
  controllers: [SpendingController],
  providers: [CreditService, SpendingReader, SpendingRepository, { provide: CreditControl, useExisting: CreditService }],
  exports: [CreditControl, CreditService, SpendingRepository],
})
export class SpendingModule {}
