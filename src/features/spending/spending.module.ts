import { Module } from '@nestjs/common';
import { TariffsModule } from '../tariffs/tariffs.module';
import { CreditService } from './credit.service';
import { CreditControl } from './domain/credit-control';
import { SpendingRepository } from './spending.repository';

@Module({
  imports: [TariffsModule],
  providers: [CreditService, SpendingRepository, { provide: CreditControl, useExisting: CreditService }],
  exports: [CreditControl, CreditService, SpendingRepository],
})
export class SpendingModule {}
