import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { UsageReader } from '../usage/usage.reader';
import type { LineDetails } from './domain/line-details';
import { usageOfLine } from './domain/usage-of-line';
import type { Invoice } from './invoice.entity';
import type { InvoiceLine } from './invoice-line.entity';
import { InvoicesRepository } from './invoices.repository';

type ReadableLine = Omit<InvoiceLine, 'details'> & LineDetails;

/** Invoices as they are read, down to the calls. */
@Injectable()
export class InvoicesReader {
  constructor(
    private readonly invoices: InvoicesRepository,
    private readonly usage: UsageReader,
  ) {}

  page(request: PageRequest): Promise<Page<Invoice>> {
    return this.invoices.page(request);
  }

  /** @throws AppError not_found */
  async get(id: string): Promise<Invoice & { lines: ReadableLine[] }> {
    const invoice = await this.find(id);
    const lines = await this.invoices.lines(id);
    return { ...invoice, lines: lines.map(({ details, ...line }) => ({ ...line, ...details })) };
  }

  /**
   * The usage records that a line sums up; none for a lease. A draft's line opens into what is open now, which may be
   * more than when the draft was drawn up.
   * @throws AppError not_found
   */
  async usageOf(id: string, lineId: string, request: PageRequest): ReturnType<UsageReader['page']> {
    const invoice = await this.find(id);
    const line = await this.invoices.line(id, lineId);
    if (!line) throw AppError.notFound();
    const covered = usageOfLine(line.details, invoice.timezone);
    if (!covered) return { data: [], hasMore: false };
    return this.usage.page(request, { ...covered, invoiceId: invoice.state === 'finalized' ? id : null });
  }

  private async find(id: string): Promise<Invoice> {
    const invoice = await this.invoices.find(id);
    if (!invoice) throw AppError.notFound();
    return invoice;
  }
}
