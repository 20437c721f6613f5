import { Injectable } from '@nestjs/common';
import { json } from '../../platform/database/json-column';
import { ProviderDatabase } from '../../platform/database/provider-database';
import type { WeeklyHours } from '../numbers/domain/opening-hours';
import type { QueueSettings } from '../queues/domain/queue-settings';
import type { NumberRouting, TenantRouting } from './domain/tenant-routing';
import { SharedQuestion } from './shared-question';

interface TenantRow extends Omit<TenantRouting, 'seats' | 'numbers' | 'queues'> {}

/** All living tenants, at one state of all their revisions. */
interface Tenants {
  state: string;
  byDomain: ReadonlyMap<string, TenantRow>;
  bySlug: ReadonlyMap<string, TenantRow>;
  /** Those that were asked for at this state; strangers' guesses are not kept. */
  byNumber: Map<string, TenantRow>;
}

interface Cached {
  revision: number;
  routing: Promise<TenantRouting>;
}

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
  private readonly cache = new Map<string, Cached>();
  private tenants: Tenants = { state: '', byDomain: new Map(), bySlug: new Map(), byNumber: new Map() };
  private readonly currentTenants = new SharedQuestion(() => this.refreshTenants());

  constructor(private readonly database: ProviderDatabase) {}

  async ofDomain(domain: string): Promise<TenantRouting | null> {
    return this.routingOf((await this.currentTenants.answer()).byDomain.get(domain.toLowerCase()));
  }

  async ofSlug(slug: string): Promise<TenantRouting | null> {
    return this.routingOf((await this.currentTenants.answer()).bySlug.get(slug));
  }

  /** The owner of a number in the one spelling that numbers are kept in (readDialledNumber). */
  async ofNumber(number: string): Promise<TenantRouting | null> {
    const { byNumber } = await this.currentTenants.answer();
    const owner = byNumber.get(number) ?? (await this.ownerOf(number));
    if (owner) byNumber.set(number, owner);
    return this.routingOf(owner);
  }

  private async ownerOf(number: string): Promise<TenantRow | undefined> {
    const [row] = await this.database.sql<TenantRow>(
      `${TENANT} JOIN numbers n ON n.tenant_id = t.id
       WHERE n.number = ? AND n.leased_until IS NULL AND t.removed_at IS NULL`,
      [number],
    );
    return row;
  }

  /** Revisions only grow, and a tenant's row changes with its revision: while their sum stands, nothing changed. */
  private async refreshTenants(): Promise<Tenants> {
    const [all] = await this.database.sql<{ state: string }>(
      "SELECT CONCAT(COUNT(*), '/', COALESCE(SUM(revision), 0)) AS state FROM tenant_revisions",
    );
    if (all && all.state !== this.tenants.state) {
      const rows = await this.database.sql<TenantRow>(`${TENANT} WHERE t.removed_at IS NULL`);
      this.tenants = {
        state: all.state,
        byDomain: new Map(rows.map((row) => [row.domain, row])),
        bySlug: new Map(rows.map((row) => [row.slug, row])),
        byNumber: new Map(),
      };
    }
    return this.tenants;
  }

  private async routingOf(row: TenantRow | undefined): Promise<TenantRouting | null> {
    if (!row) return null;
    const cached = this.cache.get(row.tenantId);
    if (cached && cached.revision === row.revision) return cached.routing;
    const fresh = { revision: row.revision, routing: this.load(row) };
    this.cache.set(row.tenantId, fresh);
    fresh.routing.catch(() => this.cache.get(row.tenantId) === fresh && this.cache.delete(row.tenantId));
    return fresh.routing;
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
