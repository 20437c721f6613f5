import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { ProviderDatabase } from '../../platform/database/provider-database';
import type { CdrLeg } from '../../telephony/cdr/cdr-leg';
import { CdrStore, type UnreadableCdr } from '../../telephony/cdr/cdr-store';
import './calls.events';

type OwnedLeg = CdrLeg & { tenantId: string };

const LEG_COLUMNS = 10;
/** Text that the column's character set lacks; MySQL gives it no SQLSTATE of its own. */
const WRONG_VALUE = 1366;

/** The switch's door for CDRs: finds each leg's tenant and writes a batch in one transaction. */
@Injectable()
export class CdrLegsStore extends CdrStore {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async storeLegs(legs: CdrLeg[]): Promise<void> {
    const owned = await this.withTenants(legs);
    const orphans = legs.filter((leg) => !owned.some((other) => other.uuid === leg.uuid));
    for (const leg of orphans) await this.storeOrphan(leg);
    if (owned.length === 0) return;
    await this.database.transaction(async () => {
      await this.insertLegs(owned);
      await this.announce(owned);
    });
  }

  override async storeUnreadable({ node, reason, body }: UnreadableCdr): Promise<void> {
    const hash = createHash('sha256').update(body).digest('base64url');
    await this.database.sql(
      'INSERT IGNORE INTO cdr_rejects (node, reason, body_hash, body, created_at) VALUES (?, ?, ?, ?, ?)',
      [node, reason.slice(0, 500), hash, body, this.clock.now()],
    );
  }

  /** SQLSTATE class 22 is data that does not fit, 23 a constraint that it breaks. */
  override refuses(error: unknown): boolean {
    const { sqlState = '', errno } = error as { sqlState?: string; errno?: number };
    return sqlState.startsWith('22') || sqlState.startsWith('23') || errno === WRONG_VALUE;
  }

  /** A leg names its tenant, or the tenant's domain; what names neither is nobody's. */
  private async withTenants(legs: CdrLeg[]): Promise<OwnedLeg[]> {
    const tenants = await this.database.sql<{ id: string; domain: string }>('SELECT id, domain FROM tenants');
    const ids = new Set(tenants.map(({ id }) => id));
    const byDomain = new Map(tenants.map(({ id, domain }) => [domain, id]));
    return legs.flatMap((leg) => {
      const tenantId = leg.tenantId && ids.has(leg.tenantId) ? leg.tenantId : byDomain.get(leg.domain ?? '');
      return tenantId ? [{ ...leg, tenantId }] : [];
    });
  }

  private async storeOrphan(leg: CdrLeg): Promise<void> {
    const body = Buffer.from(JSON.stringify(leg));
    await this.storeUnreadable({ node: leg.node, reason: 'belongs to no tenant', body });
  }

  /** The same leg again (a retry, the spool) changes nothing: (node, uuid) is unique. */
  private async insertLegs(legs: OwnedLeg[]): Promise<void> {
    const createdAt = this.clock.now();
    const row = `(${Array(LEG_COLUMNS).fill('?').join(', ')})`;
    await this.database.sql(
      `INSERT INTO call_legs
         (tenant_id, id, created_at, node, uuid, call_uuid, direction, facts, started_at, ended_at)
       VALUES ${legs.map(() => row).join(', ')} ON DUPLICATE KEY UPDATE id = id`,
      legs.flatMap((leg) => [
        leg.tenantId,
        newId('leg'),
        createdAt,
        leg.node,
        leg.uuid,
        leg.callUuid,
        leg.direction,
        JSON.stringify(leg),
        new Date(leg.startedAt),
        new Date(leg.endedAt),
      ]),
    );
  }

  private async announce(legs: OwnedLeg[]): Promise<void> {
    const createdAt = this.clock.now();
    const calls = new Map(legs.map((leg) => [leg.callUuid, leg.tenantId]));
    const rows = [...calls].map(([callUuid, tenantId]) => [
      tenantId,
      'call.leg_settled',
      JSON.stringify({ callUuid }),
      createdAt,
    ]);
    await this.database.sql(
      `INSERT INTO outbox (tenant_id, type, payload, created_at) VALUES ${rows.map(() => '(?, ?, ?, ?)').join(', ')}`,
      rows.flat(),
    );
  }
}
