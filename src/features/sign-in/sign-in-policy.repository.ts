import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { SignInPolicy } from './sign-in-policy.entity';

/** The only place that writes sign-in policies: one a tenant. */
@Injectable()
export class SignInPolicyRepository {
  constructor(private readonly database: TenantDatabase) {}

  find(): Promise<SignInPolicy | null> {
    return this.database.table(SignInPolicy).findOne({});
  }

  insert(policy: Omit<SignInPolicy, 'tenantId'>): Promise<void> {
    return this.database.table(SignInPolicy).insert(policy);
  }

  /** @returns false when the row is no longer at that version. */
  async save(version: number, patch: Partial<Pick<SignInPolicy, 'passwordMaxAgeDays' | 'secondFactorRoles'>>): Promise<boolean> {
    return (await this.database.table(SignInPolicy).update({ version }, { ...patch, version: version + 1 })) === 1;
  }
}
