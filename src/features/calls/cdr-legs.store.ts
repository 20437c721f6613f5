import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { FieldSeals } from '../../platform/encryption/field-seals';
import type { CdrLeg } from '../../telephony/cdr/cdr-leg';
import { type CdrFate, CdrStore, type ReadCdr, type UnreadableCdr } from '../../telephony/cdr/cdr-store';
import './calls.events';
import { CdrRejects } from './cdr-rejects';
import { LEG_COLUMNS, legValues } from './domain/leg-row';

interface OwnedLeg {
  tenantId: string;
  leg: CdrLeg;
}

/** The outcome that our dialplan gives a call whose number nobody owns. */
const NOBODYS_NUMBER = 'nobodys-number';
/** Text that the column's character set lacks; MySQL gives it no SQLSTATE of its own. */
const WRONG_VALUE = 1366;

/** The switch's door for CDRs: finds each leg's tenant and writes a batch in one transaction. */
@Injectable()
export class CdrLegsStore extends CdrStore {
  private tenantIds = new Set<string>();
  private tenantByDomain = new Map<string, string>();

  constructor(
    private readonly database: ProviderDatabase,
    private readonly seals: FieldSeals,
    private readonly rejects: CdrRejects,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async storeLegs(cdrs: ReadCdr[]): Promise<CdrFate[]> {
    const tenants = await this.tenantsOf(cdrs.map(({ leg }) => leg));
    const fates = cdrs.map(({ leg }, index) => fateOf(leg, tenants[index] ?? null));
    const owned = cdrs.flatMap(({ leg }, index) => ownedBy(tenants[index] ?? null, leg));
    const nobodys = cdrs.filter((_cdr, index) => fates[index] === 'no-tenant');
    const rows = await this.rowsOf(owned);
    await this.database.transaction(async () => {
      await this.insertLegs(rows);
      await this.announce(owned);
      await this.rejects.keep(nobodys.map(({ leg, body }) => ({ node: leg.node, reason: 'belongs to no tenant', body })));
    });
    return fates;
  }

  override async storeUnreadable(cdr: UnreadableCdr): Promise<void> {
    await this.rejects.keep([cdr]);
  }

  /** SQLSTATE class 22 is data that does not fit, 23 a constraint that it breaks. */
  override refuses(error: unknown): boolean {
    const { sqlState = '', errno } = error as { sqlState?: string; errno?: number };
    return sqlState.startsWith('22') || sqlState.startsWith('23') || errno === WRONG_VALUE;
  }

  /**
   * A leg names its tenant, or the tenant's domain; what names neither is nobody's. A tenant keeps its id and its domain
   * for good, so what has been read stays true: the tenants are read again only for a leg of none that is known.
   */
  private async tenantsOf(legs: CdrLeg[]): Promise<(string | null)[]> {
    if (legs.some((leg) => this.tenantOf(leg) === null)) await this.readTenants();
    return legs.map((leg) => this.tenantOf(leg));
  }

  private tenantOf({ tenantId, domain }: CdrLeg): string | null {
    return tenantId && this.tenantIds.has(tenantId) ? tenantId : (this.tenantByDomain.get(domain ?? '') ?? null);
  }

  private async readTenants(): Promise<void> {
    const tenants = await this.database.sql<{ id: string; domain: string }>('SELECT id, domain FROM tenants');
    this.tenantIds = new Set(tenants.map(({ id }) => id));
    this.tenantByDomain = new Map(tenants.map(({ id, domain }) => [domain, id]));
  }

  private async rowsOf(legs: OwnedLeg[]): Promise<unknown[][]> {
    const sealOf = await this.seals.toWriteOf([...new Set(legs.map(({ tenantId }) => tenantId))]);
    const createdAt = this.clock.now();
    return legs.map(({ tenantId, leg }) => legValues(tenantId, leg, createdAt, sealOf(tenantId)));
  }

  /** The same leg again (a retry, the spool) changes nothing: (node, uuid) is unique. */
  private async insertLegs(rows: unknown[][]): Promise<void> {
    if (rows.length === 0) return;
    await this.database.sql(`INSERT INTO call_legs (${LEG_COLUMNS}) VALUES ? ON DUPLICATE KEY UPDATE id = id`, [rows]);
  }

  private async announce(legs: OwnedLeg[]): Promise<void> {
    if (legs.length === 0) return;
    const createdAt = this.clock.now();
    const calls = new Map(legs.map(({ leg, tenantId }) => [leg.callUuid, tenantId]));
    const rows = [...calls].map(([callUuid, tenantId]) => [
      tenantId,
      'call.leg_settled',
      JSON.stringify({ callUuid }),
      createdAt,
    ]);
    await this.database.sql('INSERT INTO outbox (tenant_id, type, payload, created_at) VALUES ?', [rows]);
  }
}

function ownedBy(tenantId: string | null, leg: CdrLeg): OwnedLeg[] {
  return tenantId === null ? [] : [{ tenantId, leg }];
}

function fateOf(leg: CdrLeg, tenantId: string | null): CdrFate {
  if (tenantId !== null) return 'stored';
  return leg.outcome === NOBODYS_NUMBER ? NOBODYS_NUMBER : 'no-tenant';
}
