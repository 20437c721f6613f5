import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { stringifyMoney } from '../../platform/money/money-json';
import { LONGEST_PUBLIC } from '../../platform/privacy/mask-number';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { TariffSpan } from '../tariffs/domain/tariff-spans';
import type { UsagePrice } from './domain/price-usage';
import type { InvoicedUsage, OpenUsage } from './domain/usage-ledger';
import type { UsageRecord } from './domain/usage-record';
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
  constructor(private readonly database: TenantDatabase) {}

  /** A record that is there already, by its source, stays as it is. */
  async insertOnce(usage: NewUsage): Promise<void> {
    await this.database.sql(
      `INSERT INTO usage_records
         (tenant_id, id, created_at, call_id, source, source_id, kind, number, seconds, started_at,
          tariff_id, currency, priced_as, rate_prefix, billed_seconds, amount_micro, steps, problem)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id`,
      [
        tenantContext.tenantId(), usage.id, usage.createdAt, usage.callId, usage.source, usage.sourceId, usage.kind,
        usage.number, usage.seconds, usage.startedAt, usage.tariffId, usage.currency, usage.pricedAs, usage.ratePrefix,
        usage.billedSeconds, usage.amountMicro.toString(), stringifyMoney(usage.steps), usage.problem,
      ],
    );
  }

  /** Open usage of the time of one version that another version, or none, has rated or refused to rate. */
  stale({ tariff, from, until }: TariffSpan, before: Date): Promise<Usage[]> {
    return this.database
      .table(Usage)
      .query('usage')
      .andWhere('usage.invoiceId IS NULL AND usage.startedAt >= :from AND usage.startedAt < :until', {
        from,
        until: until !== null && until < before ? until : before,
      })
      .andWhere('(usage.tariffId IS NULL OR usage.tariffId <> :tariffId)', { tariffId: tariff.id })
      .getMany();
  }

  /** A call's usage that stands on no invoice yet. */
  openOfCall(callId: string): Promise<Usage[]> {
    return this.database.table(Usage).find({ callId, invoiceId: IsNull() });
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

  /** Of some thousands at a time. What is on no final invoice keeps its number: its price may still change. */
  async forgetNumbers(before: Date): Promise<number> {
    const result: unknown = await this.database.sql(
      `UPDATE usage_records SET number = ''
        WHERE tenant_id = ? AND invoice_id IS NOT NULL AND started_at < ? AND kind <> 'inbound'
          AND CHAR_LENGTH(number) > ${LONGEST_PUBLIC} LIMIT ${PORTION}`,
      [tenantContext.tenantId(), before],
    );
    return (result as { affectedRows: number }).affectedRows;
  }

  async forgetNumbersOf(callId: string): Promise<{ forgotten: number; kept: number }> {
    const records = await this.database.table(Usage).find({ callId });
    const personal = records.filter(({ kind, number }) => kind !== 'inbound' && number.length > LONGEST_PUBLIC);
    const billed = personal.filter(({ invoiceId }) => invoiceId !== null);
    for (const { id } of billed) await this.database.table(Usage).update({ id }, { number: '' });
    return { forgotten: billed.length, kept: personal.length - billed.length };
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
