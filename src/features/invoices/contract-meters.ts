import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { BillingPeriod } from '../../platform/time/billing-period';
import type { Measured } from '../contracts/domain/contract-charges';
import type { ContractSpan } from '../contracts/domain/contract-spans';
import { type Meter, METERS } from '../contracts/domain/contract-terms';
import type { Quantity } from '../contracts/domain/price-model';
import { type Stay, workedSeconds } from '../contracts/domain/seat-measures';
import { METER_SQL, STAYS_SQL, STORAGE_SQL } from './meters.sql';

/** Reads what a contract charges by, for the tenant that is set. */
@Injectable()
export class ContractMeters {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /** What was used on a span's days, as far as its items ask. */
  async read(span: ContractSpan, period: BillingPeriod): Promise<Measured> {
    const { items } = span.terms;
    const wanted = new Set(items.flatMap((item) => (item.kind === 'metered' ? [item.meter] : [])));
    const needsStays = wanted.has('agent_hours') || items.some(({ kind }) => kind === 'seats');
    const stays = needsStays ? await this.stays(span) : [];
    const meters = new Map<Meter, Quantity>();
    for (const meter of wanted) meters.set(meter, await this.quantity(meter, span, period, stays));
    return { meters, stays };
  }

  private async quantity(meter: Meter, { from, until }: ContractSpan, period: BillingPeriod, stays: readonly Stay[]): Promise<Quantity> {
    const scale = BigInt(METERS[meter].scale);
    switch (meter) {
      case 'agent_hours':
        return { base: BigInt(workedSeconds(stays, from.getTime(), until.getTime())), scale };
      case 'storage': {
        const [now] = [this.clock.now()];
        const end = until < now ? until : now;
        const base = from < end ? await this.base(STORAGE_SQL, [from, end, end, tenantContext.tenantId(), end, from]) : 0n;
        return { base, scale: scale * BigInt(period.end.getTime() - period.start.getTime()) };
      }
      default:
        return { base: await this.base(METER_SQL[meter], [tenantContext.tenantId(), from, until]), scale };
    }
  }

  private async base(sql: string, parameters: unknown[]): Promise<bigint> {
    const [row] = await this.database.sql<{ base: string | number }>(sql, parameters);
    return BigInt(row?.base ?? 0);
  }

  /** Who is signed in still stays until now. */
  private async stays({ from, until }: ContractSpan): Promise<Stay[]> {
    const rows = await this.database.sql<{ agent: string; since: Date; until: Date | null }>(STAYS_SQL, [tenantContext.tenantId(), until, from]);
    const now = this.clock.now();
    return rows.map(({ agent, since, until: left }) => ({ who: agent, from: since.getTime(), until: (left ?? now).getTime() }));
  }
}
