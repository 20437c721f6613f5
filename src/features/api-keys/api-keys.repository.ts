import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { ApiKey } from './api-key.entity';

/** The only place that writes API keys, but for the time of their last use. */
@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<ApiKey>> {
    return this.database.table(ApiKey).page(request);
  }

  find(id: string): Promise<ApiKey | null> {
    return this.database.table(ApiKey).findOne({ id });
  }

  insert(key: Omit<ApiKey, 'tenantId'>): Promise<void> {
    return this.database.table(ApiKey).insert(key);
  }

  lock(id: string): Promise<ApiKey | null> {
    return this.database.table(ApiKey).lockOne({ id });
  }

  async rotate(id: string, secrets: Pick<ApiKey, 'secretHash' | 'formerHash' | 'formerUntil'>): Promise<void> {
    await this.database.table(ApiKey).update({ id }, secrets);
  }

  async endFormer(id: string): Promise<void> {
    await this.database.table(ApiKey).update({ id }, { formerHash: null, formerUntil: null });
  }

  /** The first revocation stands. */
  async revoke(id: string, revokedAt: Date): Promise<void> {
    await this.database.table(ApiKey).update({ id, revokedAt: IsNull() }, { revokedAt });
  }
}
