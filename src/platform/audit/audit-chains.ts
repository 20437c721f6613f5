import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { newId } from '../database/ids';
import type { AuditDraft } from './audit-draft';
import { type AuditRecord, BEGINNING, digestOf, sealOf } from './domain/audit-chain';

/** Plain SQL: every change waits for it, and the query builder took longer than the database. */
const COLUMNS = `tenant_id, id, created_at, seq, actor_kind, actor_id, actor_name, grant_id, address, trace_id,
  action, object_type, object_id, detail, digest`;

/** Rows of one INSERT. */
const BATCH = 500;

interface Head {
  seq: number;
  digest: string;
}

/** Writes entries at the end of their tenants' chains, as the last thing that a transaction does. */
@Injectable()
export class AuditChains {
  /** What ends of chains are sealed under; it is not in the database. */
  readonly key: Buffer;
  private readonly earlierKeys: Buffer[];

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.key = keyOf(config.MASTER_KEY);
    this.earlierKeys = (config.MASTER_KEY_PREVIOUS?.split(',') ?? []).map(keyOf);
  }

  /** In the order of the tenants' ids, so that two transactions that write to several chains do not deadlock. */
  async append(manager: EntityManager, drafts: readonly AuditDraft[]): Promise<void> {
    for (const tenantId of [...new Set(drafts.map((draft) => draft.tenantId))].sort()) {
      await this.extend(manager, tenantId, drafts.filter((draft) => draft.tenantId === tenantId));
    }
  }

  /**
   * Seals ends of chains by the master key of today that one of before has sealed. One that neither has, stays and is told
   * by a check. @returns how many were sealed anew
   */
  async resealAll(manager: EntityManager): Promise<number> {
    let count = 0;
    for (const { id } of await manager.query<{ id: string }[]>('SELECT tenant_id AS id FROM audit_heads ORDER BY tenant_id')) {
      const head = { tenantId: id, ...(await this.lockHead(manager, id)) };
      const [kept] = await manager.query<{ seal: string }[]>('SELECT seal FROM audit_heads WHERE tenant_id = ? FOR UPDATE', [id]);
      if (!this.earlierKeys.some((key) => sealOf(key, head) === kept?.seal)) continue;
      await manager.query('UPDATE audit_heads SET seal = ? WHERE tenant_id = ?', [sealOf(this.key, head), id]);
      count += 1;
    }
    return count;
  }

  private async extend(manager: EntityManager, tenantId: string, drafts: AuditDraft[]): Promise<void> {
    let { seq, digest } = await this.lockHead(manager, tenantId);
    const at = this.clock.now();
    const rows = drafts.map((draft) => {
      seq += 1;
      const facts = { ...draft, seq, at, detail: draft.detail && JSON.stringify(draft.detail) };
      digest = digestOf(digest, facts);
      return rowOf({ ...facts, digest });
    });
    for (let from = 0; from < rows.length; from += BATCH) {
      await manager.query(`INSERT INTO audit_entries (${COLUMNS}) VALUES ?`, [rows.slice(from, from + BATCH)]);
    }
    const seal = sealOf(this.key, { tenantId, seq, digest });
    await manager.query('UPDATE audit_heads SET seq = ?, digest = ?, seal = ? WHERE tenant_id = ?', [seq, digest, seal, tenantId]);
  }

  /** The first entry of a chain makes its head; of two who try at once the second waits for the first. */
  private async lockHead(manager: EntityManager, tenantId: string): Promise<Head> {
    const read = 'SELECT CAST(seq AS DOUBLE) AS seq, digest FROM audit_heads WHERE tenant_id = ? FOR UPDATE';
    const [head] = await manager.query<Head[]>(read, [tenantId]);
    if (head) return head;
    const first = { tenantId, seq: 0, digest: BEGINNING };
    await manager.query(
      'INSERT INTO audit_heads (tenant_id, seq, digest, seal) VALUES (?) ON DUPLICATE KEY UPDATE seq = seq',
      [[tenantId, first.seq, first.digest, sealOf(this.key, first)]],
    );
    return (await manager.query<Head[]>(read, [tenantId]))[0] ?? first;
  }
}

function keyOf(master: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(master, 'base64'), '', 'seatline audit', 32));
}

/** In the order of COLUMNS. */
function rowOf(entry: AuditRecord): unknown[] {
  const { tenantId, at, seq, actorKind, actorId, actorName, grantId, address, traceId } = entry;
  const who = [actorKind, actorId, actorName, grantId, address, traceId];
  return [tenantId, newId('auditEntry'), at, seq, ...who, entry.action, entry.objectType, entry.objectId, entry.detail, entry.digest];
}
