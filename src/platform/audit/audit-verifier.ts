import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { ReportsDatabase } from '../database/reports-database';
import { AuditChains } from './audit-chains';
import { AuditEntry } from './audit-entry.entity';
import { AuditHeadRow } from './audit-head.entity';
import type { AuditHead } from './domain/audit-chain';
import { ChainCheck, type ChainProblem } from './domain/chain-check';

const PORTION = 1_000;

export interface ChainFinding {
  tenantId: string;
  entries: number;
  problems: ChainProblem[];
}

/** Reads whole chains and tells whether they are as they were written. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly database: ReportsDatabase,
    private readonly chains: AuditChains,
  ) {}

  /** Every chain that has entries or a recorded end. */
  async tenantIds(): Promise<string[]> {
    const rows = await this.database.sql<{ id: string }>(
      'SELECT tenant_id AS id FROM audit_heads UNION SELECT tenant_id FROM audit_entries ORDER BY id',
    );
    return rows.map(({ id }) => id);
  }

  /** Where the chains end now; noted elsewhere, they show later that nothing was put back to an earlier state. */
  async heads(): Promise<AuditHead[]> {
    return this.database.sql<AuditHead>(
      'SELECT tenant_id AS tenantId, CAST(seq AS DOUBLE) AS seq, digest FROM audit_heads ORDER BY tenant_id',
    );
  }

  /** @param noted heads of this chain that were noted elsewhere earlier */
  async verify(tenantId: string, noted: readonly AuditHead[] = []): Promise<ChainFinding> {
    const check = new ChainCheck(tenantId, new Map(noted.map(({ seq, digest }) => [seq, digest])));
    return this.database.snapshot(async (manager) => {
      const head = await manager.findOneBy(AuditHeadRow, { tenantId });
      let entries = 0;
      for (let seq = 0; ; ) {
        const where = { tenantId, seq: MoreThan(seq) };
        const rows = await manager.find(AuditEntry, { where, order: { seq: 'ASC' }, take: PORTION });
        for (const row of rows) check.follow({ ...row, at: row.createdAt });
        entries += rows.length;
        const last = rows.at(-1);
        if (!last) return { tenantId, entries, problems: check.end(head, this.chains.key) };
        seq = last.seq;
      }
    });
  }
}
