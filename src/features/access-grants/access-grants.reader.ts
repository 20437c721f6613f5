import { Injectable } from '@nestjs/common';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { AccessGrantsRepository } from './access-grants.repository';

/** The narrow questions that other features may ask. */
@Injectable()
export class AccessGrantsReader {
  constructor(private readonly grants: AccessGrantsRepository) {}

  /** By which grant the work in progress is done, and until when that may last; nulls for the tenant's own people and keys. */
  async accessOfWork(): Promise<{ accessGrantId: string | null; endOfAccess: Date | null }> {
    const accessGrantId = tenantContext.current().actor?.grantId ?? null;
    const grant = accessGrantId === null ? null : await this.grants.find(accessGrantId);
    return { accessGrantId, endOfAccess: grant?.expiresAt ?? null };
  }
}
