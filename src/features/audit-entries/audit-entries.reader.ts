import { Injectable } from '@nestjs/common';
import { And, LessThan, MoreThan, MoreThanOrEqual } from 'typeorm';
import { AuditEntry } from '../../platform/audit/audit-entry.entity';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page } from '../../platform/http/page';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { AuditEntriesRequest, AuditEntryDto } from './audit-entries.dto';

const PORTION = 1_000;

/** A tenant's audit log as people look it up; the log itself is written by the platform. */
@Injectable()
export class AuditEntriesReader {
  constructor(private readonly database: TenantDatabase) {}

  async page({ from, to, limit, after, before, ...equal }: AuditEntriesRequest): Promise<Page<AuditEntryDto>> {
    const where = Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined));
    const since = from === undefined ? [] : [MoreThanOrEqual(new Date(from))];
    const until = to === undefined ? [] : [LessThan(new Date(to))];
    const bounds = [...since, ...until];
    const request = { limit, ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
    const within = bounds.length > 0 && { createdAt: And(...bounds) };
    const { data, hasMore } = await this.database.table(AuditEntry).page(request, { ...where, ...within });
    return { data: data.map(shown), hasMore };
  }

  /** The whole log, oldest first, a JSON object a line. */
  async *lines(): AsyncGenerator<string> {
    const tenantId = tenantContext.tenantId();
    for (let seq = 0; ; ) {
      // whoever reads on may do so outside of the request's context
      const rows = await tenantContext.open({ tenantId }, () => this.following(seq));
      for (const row of rows) yield `${JSON.stringify(row)}\n`;
      const last = rows.at(-1);
      if (!last) return;
      seq = last.seq;
    }
  }

  private following(seq: number): Promise<AuditEntry[]> {
    return this.database.table(AuditEntry).query('e').andWhere({ seq: MoreThan(seq) }).orderBy('e.seq').take(PORTION).getMany();
  }
}

function shown(entry: AuditEntry): AuditEntryDto {
  return { ...entry, detail: entry.detail === null ? null : (JSON.parse(entry.detail) as unknown) };
}
