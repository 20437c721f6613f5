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

  /** Also keeps another from taking its place until the open transaction ends. */
  lock(): Promise<IdentityProvider | null> {
    return this.database.table(IdentityProvider).lockOne({});
  }

  insert(provider: Omit<IdentityProvider, 'tenantId'>): Promise<void> {
    return this.database.table(IdentityProvider).insert(provider);
  }

  /** @returns how many there were. */
  remove(): Promise<number> {
    return this.database.table(IdentityProvider).remove({});
  }
}
