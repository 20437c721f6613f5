import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { BreakReasonList } from './break-reason-list.entity';
import type { BreakReason } from './domain/break-reason';

/** The only place that writes them: one row a tenant. */
@Injectable()
export class BreakReasonsRepository {
  constructor(private readonly database: TenantDatabase) {}

  insert(reasons: BreakReason[], createdAt: Date): Promise<void> {
    return this.database.table(BreakReasonList).insert({ reasons, id: newId('breakReasonList'), version: 1, createdAt });
  }

  /** @returns false when the row is no longer at that version. */
  async save(version: number, reasons: BreakReason[]): Promise<boolean> {
    return (await this.database.table(BreakReasonList).update({ version }, { reasons, version: version + 1 })) === 1;
  }
}
