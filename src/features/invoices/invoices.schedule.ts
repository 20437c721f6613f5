import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../platform/clock/clock';
import { Log } from '../../platform/logging/log';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { TenantsReader } from '../tenants/tenants.reader';
import { type Books, dueMonths } from './domain/due-months';
import { InvoicesRepository } from './invoices.repository';
import { InvoicesService } from './invoices.service';

/** How long a month that is over waits for the last CDRs before its invoice is finalized. */
const GRACE_MS = 24 * 3600 * 1000;

interface Tenant {
  id: string;
  createdAt: Date;
  timezone: string;
}

/** Draws up the running month's drafts each day, and finalizes the months that are over. */
@Injectable()
export class InvoicesSchedule {
  constructor(
    private readonly tenants: TenantsReader,
    private readonly repository: InvoicesRepository,
    private readonly invoices: InvoicesService,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Two workers doing it at once do no harm: closes of one tenant follow one another. */
  @Cron('0 10 1 * * *', { name: 'invoices', timeZone: 'UTC' })
  async run(): Promise<void> {
    for (const tenant of await this.tenants.everyone()) {
      // one tenant's trouble must not keep the others from their invoices
      await this.closeDue(tenant).catch((error: unknown) =>
        this.log.error({ err: error, tenantId: tenant.id }, 'invoices could not be closed, will try again tomorrow'),
      );
    }
  }

  private async closeDue(tenant: Tenant): Promise<void> {
    const { id } = tenant;
    const now = this.clock.now();
    const books = await tenantContext.forTenant(id, () => this.books(tenant, now));
    for (const period of dueMonths(books, now, GRACE_MS)) {
      const closed = await this.invoices.close(id, period);
      const fields = { tenantId: id, period, outcome: closed.outcome };
      if (closed.outcome === 'refused') this.log.error({ ...fields, detail: closed.detail }, 'invoice refused');
      else this.log.info(fields, 'month closed');
    }
  }

  private async books({ createdAt, timezone }: Tenant, now: Date): Promise<Books> {
    return {
      since: createdAt,
      timezone,
      leases: await this.tenants.platformLeasesWithin(createdAt, now),
      finalized: new Set(await this.repository.periods('finalized')),
      drafts: new Set(await this.repository.periods('draft')),
    };
  }
}
