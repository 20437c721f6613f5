import { Module } from '@nestjs/common';
import { ContractsModule } from '../contracts/contracts.module';
import { LedgerModule } from '../ledger/ledger.module';
import { NumbersModule } from '../numbers/numbers.module';
import { SeatsModule } from '../seats/seats.module';
import { ServiceLevelModule } from '../service-level/service-level.module';
import { TariffsModule } from '../tariffs/tariffs.module';
import { UsageModule } from '../usage/usage.module';
import { BillingMonthController } from './billing-month.controller';
import { BillingMonthReader } from './billing-month.reader';
import { ContractDrawing } from './contract-drawing';
import { ContractMeters } from './contract-meters';
import { InvoiceDrawing } from './invoice-drawing';
import { InvoiceParties } from './invoice-parties';
import { InvoicesController } from './invoices.controller';
import { InvoicesReader } from './invoices.reader';
import { InvoicesRepository } from './invoices.repository';
import { InvoicesService } from './invoices.service';

@Module({
  imports: [ContractsModule, LedgerModule, NumbersModule, SeatsModule, ServiceLevelModule, TariffsModule, UsageModule],
  controllers: [InvoicesController, BillingMonthController],
  providers: [BillingMonthReader, ContractDrawing, ContractMeters, InvoiceDrawing, InvoiceParties, InvoicesReader, InvoicesRepository, InvoicesService],
  exports: [InvoicesReader, InvoicesRepository, InvoicesService],
})
export class InvoicesModule {}
