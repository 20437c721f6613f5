import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { BreakReasonList } from './break-reason-list.entity';
import { type BreakReason, USUAL_REASONS } from './domain/break-reason';

/** The narrow questions that other features may ask. */
@Injectable()
export class BreakReasonsReader {
  constructor(private readonly database: TenantDatabase) {}

  /** Version 0 is the list that a tenant begins with. */
  async current(): Promise<{ reasons: BreakReason[]; version: number }> {
    const row = await this.database.table(BreakReasonList).findOne({});
    return row ? { reasons: row.reasons, version: row.version } : { reasons: [...USUAL_REASONS], version: 0 };
  }

  async has(code: string): Promise<boolean> {
    return (await this.current()).reasons.some((reason) => reason.code === code);
  }
}
