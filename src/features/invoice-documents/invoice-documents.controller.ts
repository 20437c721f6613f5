import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { DocumentRequest } from './invoice-documents.dto';
import { type DocumentFile, InvoiceDocumentsService } from './invoice-documents.service';

const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv';
const UBL = 'application/xml';
const RULES = { permission: 'invoices:read', id: 'invoice' } as const;

/** The same invoice as the files that people and programs want it in. */
@ApiTags('Invoices')
@Controller('v1/invoices/:id')
export class InvoiceDocumentsController {
  constructor(private readonly documents: InvoiceDocumentsService) {}

  @Get('pdf')
  @Operation({ ...RULES, summary: 'Take an invoice as PDF', file: PDF })
  async pdf(@Param('id') id: string, @Query() { language }: DocumentRequest) {
    return sent(PDF, await this.documents.pdf(id, language));
  }

  @Get('xlsx')
  @Operation({ ...RULES, summary: 'Take an invoice as a workbook', description: 'Its lines, and the calls behind them.', file: XLSX, shows: 'usage_records' })
  async xlsx(@Param('id') id: string, @Query() { language }: DocumentRequest, @CurrentPrincipal() principal: Principal) {
    return sent(XLSX, await this.documents.workbook(id, language, principal));
  }

  @Get('csv')
  @Operation({ ...RULES, summary: "Take an invoice's calls as CSV", description: 'Every call behind it, one a line.', file: CSV, shows: 'usage_records' })
  async csv(@Param('id') id: string, @Query() { language }: DocumentRequest, @CurrentPrincipal() principal: Principal) {
    return sent(CSV, await this.documents.calls(id, language, principal));
  }

  @Get('ubl')
  @Operation({ ...RULES, summary: 'Take an invoice as UBL 2.1', description: 'Once it is finalized.', file: UBL })
  async ubl(@Param('id') id: string, @Query() { language }: DocumentRequest) {
    return sent(UBL, await this.documents.ubl(id, language));
  }
}

/** Names are letters, digits and hyphens. */
function sent(type: string, { name, body }: DocumentFile): StreamableFile {
  const options = { type, disposition: `attachment; filename="${name}"` };
  return body instanceof Uint8Array ? new StreamableFile(body, options) : new StreamableFile(body, options);
}
