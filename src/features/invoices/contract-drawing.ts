import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { type BillingPeriod, billingPeriod } from '../../platform/time/billing-period';
import { ContractsReader } from '../contracts/contracts.reader';
import { contractSpans } from '../contracts/domain/contract-spans';
import type { ContractTerms } from '../contracts/domain/contract-terms';
import { ServiceLevelReader } from '../service-level/service-level.reader';
import { ContractMeters } from './contract-meters';
import type { ContractInput } from './domain/build-invoice';
import { boughtBundles, type CarriedBundle, monthsAfter } from './domain/contract-lines';
import { BUNDLES_USED_SQL } from './meters.sql';

/** No bundle lasts longer. */
const MOST_MONTHS = 12;

/** Gathers what the contract's part of a tenant's month is made of. */
@Injectable()
export class ContractDrawing {
  constructor(
    private readonly database: TenantDatabase,
    private readonly contracts: ContractsReader,
    private readonly meters: ContractMeters,
    private readonly serviceLevel: ServiceLevelReader,
  ) {}

  async draw(period: BillingPeriod): Promise<ContractInput> {
    const versions = await this.contracts.versions();
    const spans = contractSpans(versions, period);
    const measured = [];
    for (const span of spans) measured.push({ span, measured: await this.meters.read(span, period) });
    const terms = spans.at(-1)?.terms;
    const depends = terms !== undefined && terms.credits.length + terms.bonuses.length > 0;
    return { spans: measured, carried: await this.carried(versions, period), level: depends ? await this.serviceLevel.within(period) : null };
  }

  /** What is left of the bundles of the months before: what was bought, less what earlier invoices say was used. */
  private async carried(versions: readonly ContractTerms[], { key: month, zone }: BillingPeriod): Promise<CarriedBundle[]> {
    const earlier = Array.from({ length: MOST_MONTHS }, (_, before) => billingPeriod(monthsAfter(month, -1 - before), zone));
    const bought = earlier.flatMap((past) => boughtBundles(contractSpans(versions, past), past)).filter(({ balance }) => balance.lastMonth >= month);
    if (bought.length === 0) return [];
    const rows = await this.database.sql<{ code: string; month: string; seconds: string }>(BUNDLES_USED_SQL, [tenantContext.tenantId(), month]);
    const used = new Map(rows.map((row) => [`${row.code} ${row.month}`, Number(row.seconds)]));
    return bought.flatMap(({ item, balance }) => {
      const seconds = balance.seconds - (used.get(`${item.code} ${balance.month}`) ?? 0);
      return seconds > 0 ? [{ item, balance: { ...balance, seconds } }] : [];
    });
  }
}
