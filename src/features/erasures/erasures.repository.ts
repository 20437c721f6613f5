import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { Erasure } from './erasure.entity';

/** The only place that writes the reports of erasures. */
@Injectable()
export class ErasuresRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<Erasure>> {
    return this.database.table(Erasure).page(request);
  }

  insert(erasure: Omit<Erasure, 'tenantId'>): Promise<void> {
    return this.database.table(Erasure).insert(erasure);
  }
}
