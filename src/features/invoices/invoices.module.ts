import { Module } from '@nestjs/common';
import { NumbersModule } from '../numbers/numbers.module';
import { SeatsModule } from '../seats/seats.module';
import { TariffsModule } from '../tariffs/tariffs.module';
import { UsageModule } from '../usage/usage.module';
import { BillingMonthController } from './billing-month.controller';
import { BillingMonthReader } from './billing-month.reader';
import { InvoiceDrawing } from './invoice-drawing';
import { InvoicesController } from './invoices.controller';
import { InvoicesReader } from './invoices.reader';
import { InvoicesRepository } from './invoices.repository';
import { InvoicesService } from './invoices.service';

@Module({
  imports: [NumbersModule, SeatsModule, TariffsModule, UsageModule],
  controllers: [InvoicesController, BillingMonthController],
  providers: [BillingMonthReader, InvoiceDrawing, InvoicesReader, InvoicesRepository, InvoicesService],
  exports: [InvoicesReader, InvoicesRepository, InvoicesService],
})
export class InvoicesModule {}
