import { Injectable } from '@nestjs/common';
import type { BillingPeriod } from '../../platform/time/billing-period';
import { NumbersReader } from '../numbers/numbers.reader';
import { SeatsReader } from '../seats/seats.reader';
import type { Tariff } from '../tariffs/domain/tariff';
import { tariffAt, tariffSpans } from '../tariffs/domain/tariff-spans';
import { TariffsReader } from '../tariffs/tariffs.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import { ContractDrawing } from './contract-drawing';
import { buildInvoice } from './domain/build-invoice';
import type { Invoice } from './domain/invoice';
import type { Lease } from './domain/lease-lines';
import type { Parties } from './domain/parties';
import { InvoiceParties } from './invoice-parties';
import type { InvoicedUsage } from '../usage/domain/usage-ledger';

/** With who bills whom, and the days within which it is to be paid. */
export interface DrawnInvoice extends Invoice {
  readonly parties: Parties;
  readonly paymentDays: number;
}

/** Gathers what a tenant's month is made of and draws up its invoice. */
@Injectable()
export class InvoiceDrawing {
  constructor(
    private readonly tenants: TenantsReader,
    private readonly tariffs: TariffsReader,
    private readonly seats: SeatsReader,
    private readonly numbers: NumbersReader,
    private readonly contract: ContractDrawing,
    private readonly parties: InvoiceParties,
  ) {}

  /**
   * Leases are priced by the version of the tariff that is in force on the period's last day.
   * @throws RangeError when there is none, or for input that cannot be invoiced (domain/build-invoice.ts)
   */
  async draw(tenantId: string, period: BillingPeriod, usage: InvoicedUsage[]): Promise<DrawnInvoice> {
    const tariff = await this.tariffOf(period);
    const contract = await this.contract.draw(period);
    const invoice = buildInvoice({ tenantId, period, tariff, leases: await this.leases(period), usage, contract });
    return { ...invoice, ...(await this.parties.of(period)) };
  }

  private async tariffOf({ zone, lastDay, end }: BillingPeriod): Promise<Tariff> {
    const spans = tariffSpans(await this.tariffs.versions(zone));
    const tariff = tariffAt(spans, new Date(end.getTime() - 1));
    if (!tariff) throw new RangeError(`no tariff is in force on ${lastDay}`);
    return tariff;
  }

  private async leases({ start, end }: BillingPeriod): Promise<Lease[]> {
    const platform = await this.tenants.platformLeasesWithin(start, end);
    const seats = await this.seats.leasesWithin(start, end);
    const numbers = await this.numbers.leasesWithin(start, end);
    return [
      ...platform.map((lease) => leaseOf('platform', '', lease)),
      ...seats.map(({ extension, ...lease }) => leaseOf('seat', extension, lease)),
      ...numbers.map(({ number, ...lease }) => leaseOf('number', number, lease)),
    ];
  }
}

function leaseOf(kind: Lease['kind'], subject: string, lease: { leasedFrom: Date; leasedUntil: Date | null }): Lease {
  return { kind, subject, startedAt: lease.leasedFrom, endedAt: lease.leasedUntil };
}
