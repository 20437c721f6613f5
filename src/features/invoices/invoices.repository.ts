import { Injectable } from '@nestjs/common';
import { Like } from 'typeorm';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import type { InvoiceState } from './domain/invoice-state';
import { lineDetails } from './domain/line-details';
import { Invoice } from './invoice.entity';
import type { DrawnInvoice } from './invoice-drawing';
import { InvoiceLine } from './invoice-line.entity';

/** Lines of one INSERT. */
const BATCH = 500;

/** The only place that writes invoices. */
@Injectable()
export class InvoicesRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<Invoice>> {
    return this.database.table(Invoice).page(request);
  }

  find(id: string): Promise<Invoice | null> {
    return this.database.table(Invoice).findOne({ id });
  }

  ofPeriod(period: string): Promise<Invoice | null> {
    return this.database.table(Invoice).findOne({ period });
  }

  async periods(state: InvoiceState): Promise<string[]> {
    return (await this.database.table(Invoice).find({ state })).map(({ period }) => period);
  }

  lines(invoiceId: string): Promise<InvoiceLine[]> {
    return this.database.table(InvoiceLine).find({ invoiceId }, { position: 'ASC' });
  }

  line(invoiceId: string, id: string): Promise<InvoiceLine | null> {
    return this.database.table(InvoiceLine).findOne({ invoiceId, id });
  }

  /** How many numbers with that beginning are given; none is ever taken back. */
  countNumbers(beginning: string): Promise<number> {
    return this.database.table(Invoice).count({ number: Like(`${beginning}%`) });
  }

  /** An empty draft, which usage records can point at. */
  async insertDraft(period: string, currency: string, timezone: string, createdAt: Date): Promise<string> {
    const id = newId('invoice');
    const head = { id, period, currency, timezone, createdAt, state: 'draft', number: null, finalizedAt: null, parties: null, dueOn: null };
    const sums = { totalMicro: 0n, roundingMicro: 0n, payableMicro: 0n };
    await this.database.table(Invoice).insert({ ...head, ...sums });
    return id;
  }

  /** Replaces a draft's sums and lines, and finalizes it where `final` says so. */
  async write(
    id: string,
    { lines, currency, timezone, totalMicro, roundingMicro, payableMicro, parties }: DrawnInvoice,
    createdAt: Date,
    final?: { number: string; finalizedAt: Date; dueOn: string },
  ): Promise<void> {
    const sums = { currency, timezone, totalMicro, roundingMicro, payableMicro, parties };
    const changed = await this.database
      .table(Invoice)
      .update({ id, state: 'draft' }, { ...sums, ...(final && { ...final, state: 'finalized' }) });
    if (changed !== 1) throw new Error(`The invoice ${id} is no draft.`);
    await this.database.table(InvoiceLine).remove({ invoiceId: id });
    const rows = lines.map((line, position) => ({
      id: newId('invoiceLine'),
      invoiceId: id,
      position,
      kind: line.kind,
      amountMicro: line.amountMicro,
      details: lineDetails(line),
      createdAt,
    }));
    for (let at = 0; at < rows.length; at += BATCH) {
      await this.database.table(InvoiceLine).insert(rows.slice(at, at + BATCH));
    }
  }
}
