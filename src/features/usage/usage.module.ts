import { Module } from '@nestjs/common';
import { TariffsModule } from '../tariffs/tariffs.module';
import { UsageLedger } from './domain/usage-ledger';
import { UsageNumbers } from './domain/usage-numbers';
import { UsageController } from './usage.controller';
import { UsageHandlers } from './usage.handlers';
import { UsageListService } from './usage-list.service';
import { UsageNumbersService } from './usage-numbers.service';
import { UsageReader } from './usage.reader';
import { UsageRepository } from './usage.repository';
import { UsageService } from './usage.service';

@Module({
  imports: [TariffsModule],
  controllers: [UsageController],
  providers: [
    UsageHandlers,
    UsageListService,
    UsageReader,
    UsageRepository,
    UsageService,
    { provide: UsageLedger, useExisting: UsageService },
    { provide: UsageNumbers, useClass: UsageNumbersService },
  ],
  exports: [UsageLedger, UsageNumbers, UsageReader],
})
export class UsageModule {}
