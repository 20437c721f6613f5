import { Injectable } from '@nestjs/common';
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

  async insert(staff: Staff): Promise<void> {
    await this.database.manager().insert(Staff, staff);
  }

  async update(id: string, patch: Partial<Omit<Staff, 'id' | 'email'>>): Promise<void> {
    await this.database.manager().update(Staff, { id }, patch);
  }
}
