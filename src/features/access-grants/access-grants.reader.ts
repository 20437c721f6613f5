import { Injectable } from '@nestjs/common';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { AccessGrantsRepository } from './access-grants.repository';

/** The narrow questions that other features may ask. */
@Injectable()
export class AccessGrantsReader {
  constructor(private readonly grants: AccessGrantsRepository) {}

  /** Until when whoever does the work in progress may be in the tenant; null for the tenant's own people and keys. */
  async endOfAccess(): Promise<Date | null> {
    const grantId = tenantContext.current().actor?.grantId ?? null;
    return grantId === null ? null : ((await this.grants.find(grantId))?.expiresAt ?? null);
  }
}
