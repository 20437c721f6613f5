import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { newId } from '../database/ids';
import type { AuditDraft } from './audit-draft';
import { AuditEntry } from './audit-entry.entity';
import { AuditHeadRow } from './audit-head.entity';
import { BEGINNING, digestOf, sealOf } from './domain/audit-chain';

/** Rows of one INSERT. */
const BATCH = 500;

/** Writes entries at the end of their tenants' chains, as the last thing that a transaction does. */
@Injectable()
export class AuditChains {
  /** What ends of chains are sealed under; it is not in the database. */
  readonly key: Buffer;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    const master = Buffer.from(config.MASTER_KEY, 'base64');
    this.key = Buffer.from(hkdfSync('sha256', master, '', 'seatline audit', 32));
  }

  /** In the order of the tenants' ids, so that two transactions that write to several chains do not deadlock. */
  async append(manager: EntityManager, drafts: readonly AuditDraft[]): Promise<void> {
    for (const tenantId of [...new Set(drafts.map((draft) => draft.tenantId))].sort()) {
      await this.extend(manager, tenantId, drafts.filter((draft) => draft.tenantId === tenantId));
    }
  }

  private async extend(manager: EntityManager, tenantId: string, drafts: AuditDraft[]): Promise<void> {
    let { seq, digest } = await this.lockHead(manager, tenantId);
    const at = this.clock.now();
    const entries = drafts.map(({ detail, ...draft }) => {
      seq += 1;
      const facts = { ...draft, seq, at, detail: detail && JSON.stringify(detail) };
      digest = digestOf(digest, facts);
      const { at: createdAt, ...columns } = facts;
      return { ...columns, id: newId('auditEntry'), createdAt, digest };
    });
    for (let from = 0; from < entries.length; from += BATCH) {
      await manager.insert(AuditEntry, entries.slice(from, from + BATCH));
    }
    const seal = sealOf(this.key, { tenantId, seq, digest });
    await manager.update(AuditHeadRow, { tenantId }, { seq, digest, seal });
  }

  /** The first entry of a chain makes its head; of two who try at once the second waits for the first. */
  private async lockHead(manager: EntityManager, tenantId: string): Promise<{ seq: number; digest: string }> {
    const where = { tenantId };
    const lock = { mode: 'pessimistic_write' } as const;
    const head = await manager.findOne(AuditHeadRow, { where, lock });
    if (head) return head;
    const first = { tenantId, seq: 0, digest: BEGINNING };
    await manager.query(
      'INSERT INTO audit_heads (tenant_id, seq, digest, seal) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE seq = seq',
      [tenantId, first.seq, first.digest, sealOf(this.key, first)],
    );
    return (await manager.findOne(AuditHeadRow, { where, lock })) ?? first;
  }
}
