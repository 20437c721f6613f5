import { Module } from '@nestjs/common';
import { BrandingModule } from '../branding/branding.module';
import { InvoicesModule } from '../invoices/invoices.module';
import { InvoiceDocumentsController } from './invoice-documents.controller';
import { InvoiceDocumentsService } from './invoice-documents.service';

@Module({ imports: [BrandingModule, InvoicesModule], controllers: [InvoiceDocumentsController], providers: [InvoiceDocumentsService] })
export class InvoiceDocumentsModule {}
