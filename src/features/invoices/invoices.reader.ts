import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { billingPeriod } from '../../platform/time/billing-period';
import { type KnownUsage, UsageReader } from '../usage/usage.reader';
import type { LineDetails } from './domain/line-details';
import type { Parties } from './domain/parties';
import { usageOfLine } from './domain/usage-of-line';
import { InvoiceParties } from './invoice-parties';
import type { Invoice } from './invoice.entity';
import type { InvoiceLine } from './invoice-line.entity';
import { InvoicesRepository } from './invoices.repository';

export type ReadableLine = Omit<InvoiceLine, 'details'> & LineDetails;
export type ReadableInvoice = Invoice & { parties: Parties; lines: ReadableLine[] };

/** Calls that are read at a time. */
const PORTION = 1000;

/** Invoices as they are read, down to the calls. */
@Injectable()
export class InvoicesReader {
  constructor(
    private readonly invoices: InvoicesRepository,
    private readonly usage: UsageReader,
    private readonly parties: InvoiceParties,
  ) {}

  page(request: PageRequest): Promise<Page<Invoice>> {
    return this.invoices.page(request);
  }

  /** @throws AppError not_found */
  async get(id: string): Promise<ReadableInvoice> {
    const invoice = await this.find(id);
    const lines = await this.invoices.lines(id);
    const parties = invoice.parties ?? (await this.parties.of(billingPeriod(invoice.period, invoice.timezone))).parties;
    return { ...invoice, parties, lines: lines.map(({ details, ...line }) => ({ ...line, ...details })) };
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

  /** All calls that a line sums up, newest first, a portion at a time; whoever takes them may do so outside of the request. */
  async *callsOf(invoiceId: string, lineId: string): AsyncGenerator<KnownUsage[]> {
    const tenantId = tenantContext.tenantId();
    for (let after: string | undefined; ; ) {
      const request = { limit: PORTION, ...(after !== undefined && { after }) };
      const { data, hasMore } = await tenantContext.open({ tenantId }, () => this.usageOf(invoiceId, lineId, request));
      if (data.length > 0) yield data;
      if (!hasMore) return;
      after = data.at(-1)?.id;
    }
  }

  private async find(id: string): Promise<Invoice> {
    const invoice = await this.invoices.find(id);
    if (!invoice) throw AppError.notFound();
    return invoice;
  }
}
