import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { ReportsDatabase } from '../../platform/database/reports-database';
import { ratePerSecond } from '../../platform/limits/bucket';
import { RateLimiter } from '../../platform/limits/rate-limiter';
import { TenantRates } from '../../platform/limits/tenant-rates';
import { NodeReports } from '../../telephony/nodes/node-reports';
import { reservation } from '../calling-plan/domain/channel-cap';
import { LiveReader } from '../live/live.reader';
import type { CapacityDto, TenantCapacityDto } from './capacity.dto';
import { LEASED, type LeasedRow } from './capacity.sql';

/** What all tenants use of what they may, and of what a node carries. */
@Injectable()
export class CapacityReader {
  constructor(
    private readonly database: ReportsDatabase,
    private readonly live: LiveReader,
    private readonly rates: TenantRates,
    private readonly limiter: RateLimiter,
    private readonly nodes: NodeReports,
    private readonly config: Config,
  ) {}

  async all(): Promise<CapacityDto> {
    const rows = await this.database.sql<LeasedRow>(LEASED);
    const [calls, requests] = await Promise.all([this.live.callCounts(rows.map(({ id }) => id)), this.requests(rows)]);
    const nodes = (await this.nodes.all()).filter(({ alive }) => alive).length;
    const tenants = rows.map((row, index) => ({ ...capacityOf(row, calls[index] ?? 0), ...requests[index]! }));
    return {
      nodes,
      nodeChannels: this.config.SWITCH_CAPACITY,
      reservedChannels: sum(tenants.map(({ callLimit: concurrentCalls, reservedChannels }) => reservation({ concurrentCalls, reservedChannels }))),
      calls: sum(tenants.map((tenant) => tenant.calls)),
      tenants,
    };
  }

  private async requests(rows: readonly LeasedRow[]): Promise<Pick<TenantCapacityDto, 'requestsPerSecond' | 'requestsSpentPercent'>[]> {
    const perSecond = await Promise.all(rows.map(({ id }) => this.rates.of(id)));
    const buckets = rows.map(({ id }, index) => ({ name: 'tenant', key: id, ...ratePerSecond(perSecond[index]!) }));
    const spent = await this.limiter.spent(buckets);
    return rows.map((_, index) => ({
      requestsPerSecond: perSecond[index]!,
      requestsSpentPercent: Math.round((spent[index] ?? 0) * 100),
    }));
  }
}

/** The driver gives counts as text. */
function capacityOf({ id, slug, name, seatLimit, callLimit, ...counts }: LeasedRow, calls: number) {
  const { seats, numbers, agents, agentsSignedIn, reservedChannels } = counts;
  return {
    id, slug, name, seatLimit, callLimit, calls,
    seats: Number(seats),
    numbers: Number(numbers),
    agents: Number(agents),
    agentsSignedIn: Number(agentsSignedIn),
    reservedChannels: Number(reservedChannels),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
