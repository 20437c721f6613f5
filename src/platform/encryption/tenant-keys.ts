import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { noteInTransaction } from '../audit/audit-draft';
import { Clock } from '../clock/clock';
import { newId } from '../database/ids';
import { ProviderDatabase } from '../database/provider-database';
import { tenantContext } from '../tenancy/tenant-context';
import { MasterKeys } from './master-keys';
import { KEY_BYTES } from './sealed';
import { TenantKey } from './tenant-key.entity';

/** A tenant's key as it is used; never written down. */
export interface DataKey {
  version: number;
  secret: Buffer;
}

type KeyRow = Pick<TenantKey, 'tenantId' | 'version' | 'masterId' | 'wrapped'>;

/**
 * The keys of the tenant that is set. Read at each use, so that a key that was destroyed opens nothing from then on, in
 * no process. The rows are the provider's: tenants' work may read them, wrapped as they are, and never write them.
 */
@Injectable()
export class TenantKeys {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly masters: MasterKeys,
    private readonly clock: Clock,
  ) {}

  /** The key for what is new; the first time it is made. */
  async current(): Promise<DataKey> {
    const tenantId = tenantContext.tenantId();
    const known = await this.latest(tenantId);
    const row = known?.wrapped ? known : await this.make(tenantId, (known?.version ?? 0) + 1);
    return { version: row.version, secret: this.open(row) };
  }

  /** @returns null where it was destroyed. */
  async ofVersion(version: number): Promise<Buffer | null> {
    const where = { tenantId: tenantContext.tenantId(), version };
    const row = await this.database.manager().findOne(TenantKey, { where });
    return row?.wrapped ? this.open(row) : null;
  }

  /** Each tenant's keys that were not destroyed, oldest first. */
  async living(tenantIds: readonly string[]): Promise<Map<string, DataKey[]>> {
    if (tenantIds.length === 0) return new Map();
    const rows = await this.database.sql<KeyRow>(
      `SELECT tenant_id AS tenantId, version, master_id AS masterId, wrapped FROM tenant_keys
        WHERE tenant_id IN (?) AND wrapped IS NOT NULL ORDER BY tenant_id, version`,
      [tenantIds],
    );
    const keys = new Map<string, DataKey[]>(tenantIds.map((id) => [id, []]));
    for (const row of rows) keys.get(row.tenantId)?.push({ version: row.version, secret: this.open(row) });
    return keys;
  }

  /**
   * The same, and each tenant has one: it is made where there is none, on a connection of its own. An open transaction that
   * is taken back must not take a key with it that others seal with already.
   */
  async livingOrNew(tenantIds: readonly string[]): Promise<Map<string, DataKey[]>> {
    const keys = await this.living(tenantIds);
    for (const [tenantId, ofOne] of keys) {
      if (ofOne.length === 0) ofOne.push(await tenantContext.open({ tenantId }, () => this.current()));
    }
    return keys;
  }

  /** A new version, for what is sealed from now on; what is sealed already keeps its own. */
  rotate(): Promise<number> {
    const tenantId = tenantContext.tenantId();
    // read committed: of two at once the second sees the key that the first has made
    return this.database.transaction(async () => {
      const known = await this.latest(tenantId);
      const made = await this.make(tenantId, (known?.version ?? 0) + 1);
      note('rotated', made);
      return made.version;
    }, 'READ COMMITTED');
  }

  /** Destroys every key there is: all that was sealed with them is erased. @returns how many. */
  destroy(): Promise<number> {
    const where = { tenantId: tenantContext.tenantId(), wrapped: Not(IsNull()) };
    return this.database.transaction(async () => {
      const manager = this.database.manager();
      const keys = await manager.find(TenantKey, { where, order: { version: 'ASC' }, lock: { mode: 'pessimistic_write' } });
      await manager.update(TenantKey, where, { wrapped: null, destroyedAt: this.clock.now() });
      for (const key of keys) note('destroyed', key);
      return keys.length;
    });
  }

  /** Wraps all tenants' keys by the first master key. Repeating it changes nothing. @returns how many were rewrapped. */
  async rewrapAll(): Promise<number> {
    const rows = await this.database.manager().find(TenantKey);
    const stale = rows.filter(({ wrapped, masterId }) => wrapped !== null && masterId !== this.masters.currentId);
    let count = 0;
    for (const row of stale) {
      const { tenantId, id, wrapped: before } = row;
      const { masterId, wrapped } = this.masters.wrap(placeOf(row), this.open(row));
      // one that was destroyed meanwhile must not come back
      const statement = 'UPDATE tenant_keys SET master_id = ?, wrapped = ? WHERE tenant_id = ? AND id = ? AND wrapped = ?';
      const result: unknown = await this.database.sql(statement, [masterId, wrapped, tenantId, id, before]);
      count += (result as { affectedRows: number }).affectedRows;
    }
    return count;
  }

  private latest(tenantId: string): Promise<TenantKey | null> {
    return this.database.manager().findOne(TenantKey, { where: { tenantId }, order: { version: 'DESC' } });
  }

  /** Two that make the same version at once both get the one that was first. */
  private async make(tenantId: string, version: number): Promise<TenantKey> {
    const { masterId, wrapped } = this.masters.wrap(placeOf({ tenantId, version }), randomBytes(KEY_BYTES));
    await this.database.sql(
      `INSERT INTO tenant_keys (tenant_id, id, created_at, version, master_id, wrapped) VALUES (?)
       ON DUPLICATE KEY UPDATE id = id`,
      [[tenantId, newId('tenantKey'), this.clock.now(), version, masterId, wrapped]],
    );
    return this.database.manager().findOneOrFail(TenantKey, { where: { tenantId, version } });
  }

  private open(row: KeyRow): Buffer {
    return this.masters.unwrap(placeOf(row), { masterId: row.masterId, wrapped: row.wrapped ?? Buffer.alloc(0) });
  }
}

/** In the tenant's own log. */
function note(action: string, { tenantId, id, version }: TenantKey): void {
  noteInTransaction(tenantId, { action, objectType: 'tenant_keys', objectId: id, detail: { version } });
}

function placeOf({ tenantId, version }: Pick<TenantKey, 'tenantId' | 'version'>): string {
  return `tenant_keys ${tenantId} ${version}`;
}
