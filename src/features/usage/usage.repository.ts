import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { FieldSeal } from '../../platform/encryption/field-seal';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { stringifyMoney } from '../../platform/money/money-json';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { TariffSpan } from '../tariffs/domain/tariff-spans';
import type { UsagePrice } from './domain/price-usage';
import type { InvoicedUsage, OpenUsage } from './domain/usage-ledger';
import type { UsageRecord } from './domain/usage-record';
import { type KnownUsage, knownUsage, usagePlace } from './known-usage';
import { Usage } from './usage.entity';

const PORTION = 5000;

export interface NewUsage extends UsageRecord, UsagePrice {
  id: string;
  callId: string;
  createdAt: Date;
}

type InvoicedRow = Omit<InvoicedUsage, 'amountMicro'> & { amountMicro: string };

/** The only place that writes usage records. */
@Injectable()
export class UsageRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
  ) {}

  /** A record that is there already, by its source, stays as it is. */
  async insertOnce(records: readonly NewUsage[]): Promise<void> {
    const seal = await this.seals.toWrite();
    for (const usage of records) await this.insert(usage, seal);
  }

  private async insert(usage: NewUsage, seal: FieldSeal): Promise<void> {
    const sealed = usage.number === null ? null : seal.seal(usagePlace(usage.id), usage.number);
    await this.database.sql(
      `INSERT INTO usage_records
         (tenant_id, id, created_at, call_id, source, source_id, kind, number_sealed, seconds, started_at,
          tariff_id, currency, priced_as, rate_prefix, billed_seconds, amount_micro, steps, problem)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id`,
      [
        tenantContext.tenantId(), usage.id, usage.createdAt, usage.callId, usage.source, usage.sourceId, usage.kind,
        sealed, usage.seconds, usage.startedAt, usage.tariffId, usage.currency, usage.pricedAs, usage.ratePrefix,
        usage.billedSeconds, usage.amountMicro.toString(), stringifyMoney(usage.steps), usage.problem,
      ],
    );
  }

  /** Open usage of the time of one version that another version, or none, has rated or refused to rate. */
  async stale({ tariff, from, until }: TariffSpan, before: Date): Promise<KnownUsage[]> {
    const stale = await this.database
      .table(Usage)
      .query('usage')
      .andWhere('usage.invoiceId IS NULL AND usage.startedAt >= :from AND usage.startedAt < :until', {
        from,
        until: until !== null && until < before ? until : before,
      })
      .andWhere('(usage.tariffId IS NULL OR usage.tariffId <> :tariffId)', { tariffId: tariff.id })
      .getMany();
    return this.known(stale);
  }

  /** A call's usage that stands on no invoice yet. */
  async openOfCall(callId: string): Promise<KnownUsage[]> {
    return this.known(await this.database.table(Usage).find({ callId, invoiceId: IsNull() }));
  }

  /** @returns false when it has come to stand on an invoice meanwhile, or is gone. */
  async price(id: string, price: UsagePrice): Promise<boolean> {
    const steps = JSON.parse(stringifyMoney(price.steps)) as unknown;
    return (await this.database.table(Usage).update({ id, invoiceId: IsNull() }, { ...price, steps })) === 1;
  }

  open(which: OpenUsage): Promise<InvoicedUsage[]> {
    return this.invoiced(openWhere(which));
  }

  /** Stamps first and reads what it stamped, so that what comes in meanwhile is either on the invoice or still open. */
  async claim(invoiceId: string, which: OpenUsage): Promise<InvoicedUsage[]> {
    const { condition, parameters } = openWhere(which);
    await this.database.sql(`UPDATE usage_records SET invoice_id = ? WHERE ${condition}`, [invoiceId, ...parameters]);
    return this.invoiced({
      condition: 'tenant_id = ? AND invoice_id = ?',
      parameters: [tenantContext.tenantId(), invoiceId],
    });
  }

  /**
   * Of some thousands at a time. What is on no final invoice keeps its number: its price may still change. Whose it is does
   * not matter: of the price the rate's prefix tells enough.
   */
  async forgetNumbers(before: Date): Promise<number> {
    const result: unknown = await this.database.sql(
      `UPDATE usage_records SET number_sealed = NULL
        WHERE tenant_id = ? AND invoice_id IS NOT NULL AND started_at < ? AND kind <> 'inbound'
          AND number_sealed IS NOT NULL LIMIT ${PORTION}`,
      [tenantContext.tenantId(), before],
    );
    return (result as { affectedRows: number }).affectedRows;
  }

  async forgetNumbersOf(callId: string): Promise<{ forgotten: number; kept: number }> {
    const records = await this.database.table(Usage).find({ callId });
    const named = records.filter(({ kind, numberSealed }) => kind !== 'inbound' && numberSealed !== null);
    const billed = named.filter(({ invoiceId }) => invoiceId !== null);
    for (const { id } of billed) await this.database.table(Usage).update({ id }, { numberSealed: null });
    return { forgotten: billed.length, kept: named.length - billed.length };
  }

  private async known(records: Usage[]): Promise<KnownUsage[]> {
    if (records.length === 0) return [];
    const seal = await this.seals.toRead();
    return records.map((usage) => knownUsage(usage, seal));
  }

  /** Plain SQL: a month may have a million rows, and only a few of their columns are needed. */
  private async invoiced({ condition, parameters }: Where): Promise<InvoicedUsage[]> {
    const rows = await this.database.sql<InvoicedRow>(
      `SELECT source, source_id AS sourceId, started_at AS startedAt, currency, tariff_id AS tariffId,
              priced_as AS pricedAs, rate_prefix AS prefix, billed_seconds AS billedSeconds,
              CAST(amount_micro AS CHAR) AS amountMicro
       FROM usage_records WHERE ${condition}`,
      parameters,
    );
    return rows.map((row) => ({ ...row, amountMicro: BigInt(row.amountMicro) }));
  }
}

interface Where {
  condition: string;
  parameters: unknown[];
}

function openWhere({ before, except }: OpenUsage): Where {
  const exceptions = except.map(() => ' AND NOT (started_at >= ? AND started_at < ?)').join('');
  return {
    condition: `tenant_id = ? AND invoice_id IS NULL AND problem IS NULL AND started_at < ?${exceptions}`,
    parameters: [tenantContext.tenantId(), before, ...except.flatMap(({ from, until }) => [from, until])],
  };
}
