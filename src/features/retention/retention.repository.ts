import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import type { RetentionTerms } from './domain/retention-terms';
import { RetentionPolicy } from './retention-policy.entity';
import { RetentionRun } from './retention-run.entity';

/** The only place that writes retention policies and the reports of their runs. */
@Injectable()
export class RetentionRepository {
  constructor(private readonly database: TenantDatabase) {}

  policy(): Promise<RetentionPolicy | null> {
    return this.database.table(RetentionPolicy).findOne({});
  }

  insertPolicy(terms: RetentionTerms, createdAt: Date): Promise<void> {
    return this.database.table(RetentionPolicy).insert({ ...terms, id: newId('retentionPolicy'), version: 1, createdAt });
  }

  /** @returns false when the row is no longer at that version. */
  async savePolicy(version: number, terms: RetentionTerms): Promise<boolean> {
    const changed = await this.database.table(RetentionPolicy).update({ version }, { ...terms, version: version + 1 });
    return changed === 1;
  }

  runs(request: PageRequest): Promise<Page<RetentionRun>> {
    return this.database.table(RetentionRun).page(request);
  }

  insertRun(run: Omit<RetentionRun, 'tenantId'>): Promise<void> {
    return this.database.table(RetentionRun).insert(run);
  }

  async saveRun({ id, ...run }: Omit<RetentionRun, 'tenantId'>): Promise<void> {
    await this.database.table(RetentionRun).update({ id }, run);
  }
}
