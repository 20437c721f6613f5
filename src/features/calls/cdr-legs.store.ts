import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { ProviderDatabase } from '../../platform/database/provider-database';
import type { CdrLeg } from '../../telephony/cdr/cdr-leg';
import { type CdrFate, CdrStore, type ReadCdr, type UnreadableCdr } from '../../telephony/cdr/cdr-store';
import './calls.events';

type OwnedLeg = CdrLeg & { tenantId: string };

/** The outcome that our dialplan gives a call whose number nobody owns. */
const NOBODYS_NUMBER = 'nobodys-number';
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

  override async storeLegs(cdrs: ReadCdr[]): Promise<CdrFate[]> {
    const tenantOf = await this.tenantFinder();
    const found = cdrs.map((cdr) => ({ ...cdr, tenantId: tenantOf(cdr.leg) }));
    const fates = found.map(({ leg, tenantId }) => fateOf(leg, tenantId));
    const owned = found.flatMap(({ leg, tenantId }) => (tenantId === null ? [] : [{ ...leg, tenantId }]));
    const nobodys = cdrs.filter((_cdr, index) => fates[index] === 'no-tenant');
    await this.database.transaction(async () => {
      await this.insertLegs(owned);
      await this.announce(owned);
      await this.keepAside(nobodys.map(({ leg, body }) => ({ node: leg.node, reason: 'belongs to no tenant', body })));
    });
    return fates;
  }

  override async storeUnreadable(cdr: UnreadableCdr): Promise<void> {
    await this.keepAside([cdr]);
  }

  /** SQLSTATE class 22 is data that does not fit, 23 a constraint that it breaks. */
  override refuses(error: unknown): boolean {
    const { sqlState = '', errno } = error as { sqlState?: string; errno?: number };
    return sqlState.startsWith('22') || sqlState.startsWith('23') || errno === WRONG_VALUE;
  }

  /** A leg names its tenant, or the tenant's domain; what names neither is nobody's. */
  private async tenantFinder(): Promise<(leg: CdrLeg) => string | null> {
    const tenants = await this.database.sql<{ id: string; domain: string }>('SELECT id, domain FROM tenants');
    const ids = new Set(tenants.map(({ id }) => id));
    const byDomain = new Map(tenants.map(({ id, domain }) => [domain, id]));
    return ({ tenantId, domain }) => (tenantId && ids.has(tenantId) ? tenantId : (byDomain.get(domain ?? '') ?? null));
  }

  /** The same body again is kept once. */
  private async keepAside(cdrs: UnreadableCdr[]): Promise<void> {
    if (cdrs.length === 0) return;
    const createdAt = this.clock.now();
    await this.database.sql(
      `INSERT IGNORE INTO cdr_rejects (node, reason, body_hash, body, created_at)
       VALUES ${cdrs.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
      cdrs.flatMap(({ node, reason, body }) => [node, reason.slice(0, 500), hashOf(body), body, createdAt]),
    );
  }

  /** The same leg again (a retry, the spool) changes nothing: (node, uuid) is unique. */
  private async insertLegs(legs: OwnedLeg[]): Promise<void> {
    if (legs.length === 0) return;
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
    if (legs.length === 0) return;
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

function fateOf(leg: CdrLeg, tenantId: string | null): CdrFate {
  if (tenantId !== null) return 'stored';
  return leg.outcome === NOBODYS_NUMBER ? NOBODYS_NUMBER : 'no-tenant';
}

function hashOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url');
}
