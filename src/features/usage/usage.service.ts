import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { CallLegsReader } from '../calls/call-legs.reader';
import { type TariffSpan, tariffAt, tariffSpans } from '../tariffs/domain/tariff-spans';
import { TariffsReader } from '../tariffs/tariffs.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import { legFacts } from './domain/leg-facts';
import { priceUsage } from './domain/price-usage';
import { type InvoicedUsage, type OpenUsage, UsageLedger } from './domain/usage-ledger';
import { usageOfCall } from './domain/usage-of-call';
import type { UsageRecord } from './domain/usage-record';
import type { KnownUsage } from './known-usage';
import { UsageRepository } from './usage.repository';

interface Prices {
  spans: TariffSpan[];
  currency: string;
}

/** Turns what was used into money. */
@Injectable()
export class UsageService extends UsageLedger {
  constructor(
    private readonly legs: CallLegsReader,
    private readonly usage: UsageRepository,
    private readonly tariffs: TariffsReader,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Rates the trunk legs of a call that have come so far. Done again it changes nothing but a lacking rate. */
  async rateCall(callId: string): Promise<void> {
    const records = usageOfCall((await this.legs.ofCall(callId)).map(legFacts));
    if (records.length === 0) return;
    const prices = await this.prices();
    const createdAt = this.clock.now();
    await this.usage.insertOnce(
      records.map((record) => ({ id: newId('usage'), callId, createdAt, ...record, ...priceOf(record, prices) })),
    );
    await this.refresh(await this.usage.openOfCall(callId), prices);
  }

  override async rateOpen(before: Date): Promise<void> {
    const prices = await this.prices();
    for (const span of prices.spans) {
      await this.refresh(await this.usage.stale(span, before), prices);
    }
  }

  override open(which: OpenUsage): Promise<InvoicedUsage[]> {
    return this.usage.open(which);
  }

  override claim(invoiceId: string, which: OpenUsage): Promise<InvoicedUsage[]> {
    return this.usage.claim(invoiceId, which);
  }

  /**
   * Rates again what was rated, or refused, by another version than the one in force for its day. Where the number is not
   * known any more the price stays as it is.
   */
  private async refresh(open: KnownUsage[], prices: Prices): Promise<void> {
    for (const usage of open.filter(({ number }) => number !== null)) {
      const price = priceOf(usage as UsageRecord, prices);
      if (price.tariffId !== usage.tariffId) await this.usage.price(usage.id, price);
    }
  }

  /** Calls of a removed tenant are rated too: they are its last ones. */
  private async prices(): Promise<Prices> {
    const { timezone, currency } = await this.tenants.currentOrRemoved();
    return { spans: tariffSpans(await this.tariffs.versions(timezone)), currency };
  }
}

function priceOf(record: UsageRecord, { spans, currency }: Prices) {
  return priceUsage(record, tariffAt(spans, record.startedAt), currency);
}
