import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { Metrics } from '../../platform/health/metrics';
import { Log } from '../../platform/logging/log';
import { sweepSpans } from './domain/sweep-spans';
import { announceUnsettled, COUNT_WITHOUT_FIRST } from './settlement-sweep.sql';

const MOST_CALLS = 500;
const HOUR_MS = 3600 * 1000;
/** A call may last: the CDRs of the agents whom it was offered to come long before its own. */
const SURELY_OVER_MS = 6 * HOUR_MS;
const COUNTED_MS = 24 * HOUR_MS;

/**
 * Finds work that was lost on its way from the database to Redis, as when Redis comes back without its last jobs.
 * Two workers doing it at once do no harm: to settle a call again changes nothing.
 */
@Injectable()
export class SettlementSweep {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  @Cron('0 */5 * * * *', { name: 'settlement-sweep', timeZone: 'UTC' })
  async sweep(): Promise<void> {
    await this.announceAgain().catch((error: unknown) =>
      this.log.error({ err: error }, 'calls could not be looked through for unsettled ones, will try again'),
    );
  }

  @Cron('30 0 * * * *', { name: 'legs-without-call', timeZone: 'UTC' })
  async count(): Promise<void> {
    await this.countWithoutFirst().catch((error: unknown) =>
      this.log.error({ err: error }, 'legs without a call could not be counted, will try again'),
    );
  }

  /** Read committed: to read what is announced must not lock it against those who settle it. */
  private async announceAgain(): Promise<void> {
    const now = this.clock.now();
    const spans = sweepSpans(now);
    const parameters = [now, ...spans.flatMap(({ from, until }) => [from, until]), MOST_CALLS];
    const result: unknown = await this.database.transaction(
      () => this.database.sql(announceUnsettled(spans.length), parameters),
      'READ COMMITTED',
    );
    const { affectedRows: calls } = result as { affectedRows: number };
    if (calls > 0) this.log.warn({ calls }, 'calls were not settled in time and are announced again');
  }

  private async countWithoutFirst(): Promise<void> {
    const until = this.clock.now().getTime() - SURELY_OVER_MS;
    const [row] = await this.database.sql<{ legs: string }>(COUNT_WITHOUT_FIRST, [
      new Date(until - COUNTED_MS),
      new Date(until),
    ]);
    const legs = Number(row?.legs);
    this.metrics.legsWithoutCall.set(legs);
    if (legs > 0) this.log.warn({ legs }, "legs wait for their call's first leg, which never came");
  }
}
