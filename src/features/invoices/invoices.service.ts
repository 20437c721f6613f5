import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { AppError } from '../../platform/errors/app-error';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { type BillingPeriod, billingPeriod, MONTH, MONTH_RULE } from '../../platform/time/billing-period';
import { addDays, localDateOf } from '../../platform/time/calendar';
import { Ledger } from '../ledger/domain/ledger';
import { postingOfInvoice } from '../ledger/domain/posting';
import { TenantsReader } from '../tenants/tenants.reader';
import { UsageLedger } from '../usage/domain/usage-ledger';
import { taxOf } from './domain/invoice';
import { type InvoiceState, nextState } from './domain/invoice-state';
import { invoiceNumber, invoiceNumbersOf } from './domain/invoice-number';
import type { Invoice } from './invoice.entity';
import { InvoiceDrawing } from './invoice-drawing';
import { InvoicesRepository } from './invoices.repository';

interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly timezone: string;
  readonly currency: string;
}

/** What came of closing a tenant's month. `not-begun`, `nothing` (to bill) and `refused` leave no invoice behind. */
export type CloseOutcome = { tenant: { id: string; slug: string } } & (
  | { outcome: InvoiceState; invoice: Invoice; lineCount: number }
  | { outcome: 'not-begun' | 'nothing' | 'refused'; detail: string }
);

/** Closes months: a draft while the month runs, and once it is over an invoice that never changes again. */
@Injectable()
export class InvoicesService {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly tenants: TenantsReader,
    private readonly usage: UsageLedger,
    private readonly drawing: InvoiceDrawing,
    private readonly invoices: InvoicesRepository,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * Closes the month of one tenant, or of all that ever were, one after the other.
   * @param tenant id or slug; undefined for all
   * @throws AppError invalid_request when the month is written wrong or has begun for none of them, not_found
   */
  async closeMonth(period: string, tenant?: string): Promise<CloseOutcome[]> {
    if (!MONTH.test(period)) throw AppError.invalid('/period', MONTH_RULE);
    const outcomes: CloseOutcome[] = [];
    for (const { id } of await this.chosen(tenant)) outcomes.push(await this.close(id, period));
    if (outcomes.length > 0 && outcomes.every(({ outcome }) => outcome === 'not-begun')) {
      throw AppError.invalid('/period', `must not lie in the future: ${period} has not begun`);
    }
    return outcomes;
  }

  /**
   * Closes one tenant's month, all or nothing. Done again it changes nothing, but for a draft, which is drawn up anew.
   * Two at the same moment follow one another.
   * @throws RangeError for a month not written YYYY-MM
   */
  async close(tenantId: string, period: string): Promise<CloseOutcome> {
    return tenantContext.forTenant(tenantId, async () => {
      const tenant = await this.tenants.currentOrRemoved();
      const month = billingPeriod(period, tenant.timezone);
      if (month.start > this.clock.now()) return { tenant, outcome: 'not-begun', detail: `${period} has not begun` };
      try {
        return await this.database.transaction(() => this.closeLocked(month));
      } catch (error) {
        // what cannot be invoiced is said by a RangeError; the transaction is undone, and other tenants go on
        if (!(error instanceof RangeError)) throw error;
        return { tenant, outcome: 'refused', detail: error.message };
      }
    });
  }

  private async closeLocked(month: BillingPeriod): Promise<CloseOutcome> {
    const tenant = await this.tenants.lockCurrent();
    const before = await this.invoices.ofPeriod(month.key);
    if (before?.state === 'finalized') return this.closed(tenant, before.id);
    await this.usage.rateOpen(month.end);
    const which = { before: month.end, except: await this.otherDrafts(month) };
    if (!(await this.isLeasedIn(month)) && (await this.usage.open(which)).length === 0) {
      return { tenant, outcome: 'nothing', detail: `nothing was leased or used in ${month.key}` };
    }
    const now = this.clock.now();
    const id = before?.id ?? (await this.invoices.insertDraft(month.key, tenant.currency, month.zone, now));
    const final = nextState('draft', month.end, now) === 'finalized';
    const usage = final ? await this.usage.claim(id, which) : await this.usage.open(which);
    const drawn = await this.drawing.draw(tenant.id, month, usage);
    const finalization = final ? { number: await this.nextNumber(tenant, now), finalizedAt: now, dueOn: addDays(localDateOf(now, month.zone), drawn.paymentDays) } : undefined;
    await this.invoices.write(id, drawn, now, finalization);
    if (final) await this.ledger.post(postingOfInvoice({ id, ...drawn, taxMicro: taxOf(drawn) }));
    return this.closed(tenant, id);
  }

  private async isLeasedIn({ start, end }: BillingPeriod): Promise<boolean> {
    return (await this.tenants.platformLeasesWithin(start, end)).length > 0;
  }

  /** Usage of an earlier month whose invoice is still a draft will stand there, and is not late. */
  private async otherDrafts(month: BillingPeriod): Promise<{ from: Date; until: Date }[]> {
    const drafts = (await this.invoices.periods('draft')).filter((period) => period < month.key);
    return drafts.map((period) => {
      const { start, end } = billingPeriod(period, month.zone);
      return { from: start, until: end };
    });
  }

  /** Gapless, because the tenant's lock is held from here until the number is written. */
  private async nextNumber({ slug, timezone }: Tenant, now: Date): Promise<string> {
    const year = Number(localDateOf(now, timezone).slice(0, 4));
    return invoiceNumber(slug, year, (await this.invoices.countNumbers(invoiceNumbersOf(slug, year))) + 1);
  }

  private async closed(tenant: Tenant, id: string): Promise<CloseOutcome> {
    const invoice = await this.invoices.find(id);
    if (!invoice) throw new Error(`The invoice ${id} vanished while it was closed.`);
    const { length: lineCount } = await this.invoices.lines(id);
    return { tenant, outcome: invoice.state as InvoiceState, invoice, lineCount };
  }

  private async chosen(tenant: string | undefined): Promise<{ id: string }[]> {
    if (tenant === undefined) return this.tenants.everyone();
    const found = await this.tenants.named(tenant);
    if (!found) throw AppError.notFound();
    return [found];
  }
}
