import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { billingPeriodAt } from '../../platform/time/billing-period';
import { localDateOf, startOfDay } from '../../platform/time/calendar';
import type { Tariff } from '../tariffs/domain/tariff';
import { tariffAt, tariffSpans } from '../tariffs/domain/tariff-spans';
import { TariffsReader } from '../tariffs/tariffs.reader';
import { type Budget, type Credit, grant, type PricedCall, SLICE_SECONDS } from './domain/credit';
import { CreditControl, type NewCall, type Payer } from './domain/credit-control';
import { type OpenReservation, SpendingRepository } from './spending.repository';

/** A leg rings, is cut, and its CDR comes: within this time after what was granted. */
const GRACE_MS = 15 * 60_000;

/** Grants credit by what the database says: nothing is held in memory, so there is nothing that a crash could lose. */
@Injectable()
export class CreditService extends CreditControl {
  constructor(
    private readonly spending: SpendingRepository,
    private readonly tariffs: TariffsReader,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async begin(payer: Payer, call: NewCall): Promise<Credit> {
    const most = payer.plan.maxCallMinutes * 60;
    if (!isCapped(payer)) return { granted: true, seconds: most, amountMicro: 0n };
    const priced = { ...call, startedAt: this.clock.now() };
    return this.decide(payer, priced, Math.min(SLICE_SECONDS, most), '', (credit, at) =>
      this.spending.insert(payer.tenantId, call, credit, at),
    );
  }

  /** The next slice for a call under way; what it has already, where there is no more, or nobody knows what it costs. */
  async renew(payer: Payer, open: OpenReservation): Promise<number> {
    if (open.number === null) return open.grantedSeconds;
    const most = payer.plan.maxCallMinutes * 60;
    const wanted = Math.min(open.grantedSeconds + SLICE_SECONDS, most);
    const call = { direction: open.kind, number: open.number, startedAt: open.createdAt };
    const credit = await this.decide(payer, call, wanted, open.id, async (more, { expires }) => {
      if (more.seconds > open.grantedSeconds) await this.spending.grant(open, more, expires);
    });
    return credit.granted ? Math.max(credit.seconds, open.grantedSeconds) : open.grantedSeconds;
  }

  private async decide(
    payer: Payer,
    call: PricedCall,
    wanted: number,
    except: string,
    keep: (credit: Extract<Credit, { granted: true }>, at: { now: Date; expires: Date }) => Promise<void>,
  ): Promise<Credit> {
    const now = this.clock.now();
    const tariff = await this.tariffOf(payer, now);
    return this.spending.inTurn(payer.tenantId, async () => {
      const credit = grant(call, tariff, await this.budgetOf(payer, now, except), wanted);
      const expires = (seconds: number) => new Date(now.getTime() + seconds * 1000 + GRACE_MS);
      if (credit.granted) await keep(credit, { now, expires: expires(credit.seconds) });
      return credit;
    });
  }

  private async budgetOf({ tenantId, timezone, plan }: Payer, now: Date, except: string): Promise<Budget> {
    const day = startOfDay(localDateOf(now, timezone), timezone);
    const month = billingPeriodAt(now, timezone).start;
    const spent = await this.spending.spending(tenantId, { day, month, now }, except);
    return { ...spent, dayCap: plan.spendPerDayMicro, monthCap: plan.spendPerMonthMicro };
  }

  private async tariffOf({ tenantId, timezone }: Payer, now: Date): Promise<Tariff | undefined> {
    const versions = await tenantContext.open({ tenantId }, () => this.tariffs.versions(timezone));
    return tariffAt(tariffSpans(versions), now);
  }
}

function isCapped({ plan }: Payer): boolean {
  return plan.spendPerDayMicro !== null || plan.spendPerMonthMicro !== null;
}
