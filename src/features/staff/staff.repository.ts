import { Injectable } from '@nestjs/common';
import { noteInTransaction, PROVIDER_CHAIN } from '../../platform/audit/audit-draft';
import { changeOf } from '../../platform/audit/domain/change-of';
import { findPage } from '../../platform/database/find-page';
import { ProviderDatabase } from '../../platform/database/provider-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { Staff } from './staff.entity';

/** The only place that writes the provider's own people. */
@Injectable()
export class StaffRepository {
  constructor(private readonly database: ProviderDatabase) {}

  page(request: PageRequest): Promise<Page<Staff>> {
    return findPage(this.database.manager(), Staff, request, [{}]);
  }

  findByEmail(email: string): Promise<Staff | null> {
    return this.database.manager().findOne(Staff, { where: { email } });
  }

  find(id: string): Promise<Staff | null> {
    return this.database.manager().findOne(Staff, { where: { id } });
  }

  async insert(staff: Staff): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.manager().insert(Staff, staff);
      this.note('created', null, staff);
    });
  }

  async update(id: string, patch: Partial<Omit<Staff, 'id' | 'email'>>): Promise<void> {
    await this.database.transaction(async () => {
      const staff = await this.database.manager().findOneByOrFail(Staff, { id });
      await this.database.manager().update(Staff, { id }, patch);
      this.note('changed', staff, { ...staff, ...patch });
    });
  }

  private note(action: string, before: Staff | null, after: Staff): void {
    const detail = changeOf(before && { ...before }, { ...after });
    if (detail) noteInTransaction(PROVIDER_CHAIN, { action, objectType: 'staff', objectId: after.id, detail });
  }
}
