import { Module } from '@nestjs/common';
import { TariffsModule } from '../tariffs/tariffs.module';
import { UsageLedger } from './domain/usage-ledger';
import { UsageController } from './usage.controller';
import { UsageHandlers } from './usage.handlers';
import { UsageListService } from './usage-list.service';
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
  ],
  exports: [UsageLedger, UsageReader],
})
export class UsageModule {}
