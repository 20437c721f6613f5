import { Body, Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { TENANT_HEADER } from '../../platform/auth/principal.guard';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { ClosedMonthDto, CloseMonthDto, InvoiceDto, InvoicedUsageDto, InvoiceWithLinesDto } from './invoices.dto';
import { InvoicesReader } from './invoices.reader';
import { InvoicesService } from './invoices.service';

@ApiTags('Invoices')
@Controller('v1/invoices')
export class InvoicesController {
  constructor(
    private readonly reader: InvoicesReader,
    private readonly invoices: InvoicesService,
  ) {}

  @Get()
  @Operation({ summary: 'List invoices', permission: 'invoices:read', answer: InvoiceDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.reader.page(request);
  }

  @Post('close')
  @ApiHeader({ name: TENANT_HEADER, required: false, description: 'Only this tenant; left out: all of them.' })
  @Operation({ summary: 'Close a month', permission: 'invoices:close', scope: 'provider', answer: ClosedMonthDto })
  async close(@Body() { period }: CloseMonthDto, @Headers(TENANT_HEADER) tenant?: string) {
    return { outcomes: await this.invoices.closeMonth(period, tenant) };
  }

  @Get(':id')
  @Operation({
    summary: 'Read an invoice with its lines',
    permission: 'invoices:read',
    id: 'invoice',
    answer: InvoiceWithLinesDto,
  })
  get(@Param('id') id: string) {
    return this.reader.get(id);
  }

  @Get(':id/lines/:lineId/usage')
  @Operation({
    summary: "List an invoice line's calls",
    permission: 'invoices:read',
    id: { id: 'invoice', lineId: 'invoiceLine' },
    answer: InvoicedUsageDto,
    shape: 'page',
    shows: 'usage_records',
  })
  usage(@Param('id') id: string, @Param('lineId') lineId: string, @Query() request: PageRequest) {
    return this.reader.usageOf(id, lineId, request);
  }
}
