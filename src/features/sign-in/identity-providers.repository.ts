import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { IdentityProvider } from './identity-provider.entity';

/** The only place that writes identity providers: one a tenant. */
@Injectable()
export class IdentityProvidersRepository {
  constructor(private readonly database: TenantDatabase) {}

  find(): Promise<IdentityProvider | null> {
    return this.database.table(IdentityProvider).findOne({});
  }

  insert(provider: Omit<IdentityProvider, 'tenantId'>): Promise<void> {
    return this.database.table(IdentityProvider).insert(provider);
  }

  /** @returns how many there were. */
  remove(): Promise<number> {
    return this.database.table(IdentityProvider).remove({});
  }
}
