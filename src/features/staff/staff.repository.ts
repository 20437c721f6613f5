import { Injectable } from '@nestjs/common';
import { ProviderDatabase } from '../../platform/database/provider-database';
import type { Rows } from '../../platform/database/provider-table';
import type { Page, PageRequest } from '../../platform/http/page';
import { Staff } from './staff.entity';

/** The only place that writes the provider's own people. */
@Injectable()
export class StaffRepository {
  constructor(private readonly database: ProviderDatabase) {}

  page(request: PageRequest): Promise<Page<Staff>> {
    return this.table().page(request, {});
  }

  findByEmail(email: string): Promise<Staff | null> {
    return this.table().findOne({ email });
  }

  find(id: string): Promise<Staff | null> {
    return this.table().findOne({ id });
  }

  insert(staff: Staff): Promise<void> {
    return this.table().insert(staff);
  }

  async update(id: string, patch: Partial<Omit<Staff, 'id' | 'email'>>): Promise<void> {
    await this.table().update({ id }, patch);
  }

  private table(): Rows<Staff> {
    return this.database.table(Staff);
  }
}
