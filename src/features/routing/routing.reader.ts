import { Injectable } from '@nestjs/common';
import { json } from '../../platform/database/json-column';
import { ProviderDatabase } from '../../platform/database/provider-database';
import type { WeeklyHours } from '../numbers/domain/opening-hours';
import type { QueueSettings } from '../queues/domain/queue-settings';
import type { NumberRouting, TenantRouting } from './domain/tenant-routing';

interface TenantRow extends Omit<TenantRouting, 'seats' | 'numbers' | 'queues'> {}

const TENANT = `
  SELECT t.id AS tenantId, t.slug, t.domain, t.timezone, t.locale, t.concurrent_calls AS concurrentCalls,
         COALESCE(r.revision, 0) AS revision
  FROM tenants t LEFT JOIN tenant_revisions r ON r.tenant_id = t.id`;

/**
 * What the switch may be told, read for one tenant at a time. A cached tenant is validated against its revision,
 * which changes in the transaction of the change itself: no answer is older than the last commit, and there is no
 * invalidation message that could be lost.
 */
@Injectable()
export class RoutingReader {
  private readonly cache = new Map<string, TenantRouting>();

  constructor(private readonly database: ProviderDatabase) {}

  ofDomain(domain: string): Promise<TenantRouting | null> {
    return this.find(`${TENANT} WHERE t.domain = ? AND t.removed_at IS NULL`, [domain]);
  }

  ofSlug(slug: string): Promise<TenantRouting | null> {
    return this.find(`${TENANT} WHERE t.slug = ? AND t.removed_at IS NULL`, [slug]);
  }

  /** The owner of a number, dialled with or without the `+` of E.164. */
  ofNumber(dialled: string): Promise<TenantRouting | null> {
    return this.find(
      `${TENANT} JOIN numbers n ON n.tenant_id = t.id WHERE n.number IN (?, ?) AND n.leased_until IS NULL AND t.removed_at IS NULL LIMIT 1`,
      [dialled, `+${dialled}`],
    );
  }

  private async find(sql: string, parameters: unknown[]): Promise<TenantRouting | null> {
    const [row] = await this.database.sql<TenantRow>(sql, parameters);
    if (!row) return null;
    const cached = this.cache.get(row.tenantId);
    if (cached && cached.revision === row.revision) return cached;
    const routing = await this.load(row);
    this.cache.set(row.tenantId, routing);
    return routing;
  }

  /** The revision was read first: rows newer than it only make the next look-up load again. */
  private async load(row: TenantRow): Promise<TenantRouting> {
    const [seats, numbers, queues] = await Promise.all([
      this.database.sql<{ extension: string; a1Hash: string }>(
        'SELECT extension, a1_hash AS a1Hash FROM seats WHERE tenant_id = ? AND leased_until IS NULL AND a1_hash IS NOT NULL',
        [row.tenantId],
      ),
      this.database.sql<Omit<NumberRouting, 'hours'> & { hours: unknown }>(
        `SELECT n.id, n.number, q.name AS queue, n.greeting, n.closed, c.hours
         FROM numbers n
         JOIN queues q ON q.tenant_id = n.tenant_id AND q.id = n.queue_id
         LEFT JOIN calendars c ON c.tenant_id = n.tenant_id AND c.id = n.calendar_id
         WHERE n.tenant_id = ? AND n.leased_until IS NULL ORDER BY n.id`,
        [row.tenantId],
      ),
      this.database.sql<{ name: string; settings: unknown }>(
        'SELECT name, settings FROM queues WHERE tenant_id = ?',
        [row.tenantId],
      ),
    ]);
    return {
      ...row,
      seats: new Map(seats.map((seat) => [seat.extension, seat.a1Hash])),
      numbers: new Map(numbers.map((number) => [number.number, { ...number, hours: json<WeeklyHours | null>(number.hours) }])),
      queues: new Map(queues.map((queue) => [queue.name, json<QueueSettings>(queue.settings)])),
    };
  }
}
