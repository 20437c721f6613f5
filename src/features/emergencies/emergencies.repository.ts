import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { Emergency } from './emergency.entity';

/** The only place that writes emergencies: one row a tenant, while it lasts. */
@Injectable()
export class EmergenciesRepository {
  constructor(private readonly database: TenantDatabase) {}

  find(): Promise<Emergency | null> {
    return this.database.table(Emergency).findOne({});
  }

  /** @returns its id */
  async insert(emergency: Omit<Emergency, 'tenantId' | 'id'>): Promise<string> {
    const id = newId('emergency');
    await this.database.table(Emergency).insert({ ...emergency, id });
    return id;
  }

  async change(id: string, patch: Partial<Pick<Emergency, 'message' | 'reason'>>): Promise<void> {
    await this.database.table(Emergency).update({ id }, patch);
  }

  async remove(id: string): Promise<void> {
    await this.database.table(Emergency).remove({ id });
  }
}
