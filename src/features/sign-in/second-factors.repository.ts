import { Injectable } from '@nestjs/common';
import type { PersonRef } from '../../platform/auth/sessions';
import { ProviderDatabase } from '../../platform/database/provider-database';
import type { Rows } from '../../platform/database/provider-table';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { SecondFactor, StaffSecondFactor } from './second-factor.entity';

type Kind = PersonRef['kind'];

/** The only place that writes second factors; a user's need the tenant to be set. */
@Injectable()
export class SecondFactorsRepository {
  constructor(
    private readonly tenants: TenantDatabase,
    private readonly provider: ProviderDatabase,
  ) {}

  find({ kind, id: personId }: PersonRef): Promise<StaffSecondFactor | null> {
    return this.table(kind).findOne({ personId });
  }

  lock({ kind, id: personId }: PersonRef): Promise<StaffSecondFactor | null> {
    return this.table(kind).lockOne({ personId });
  }

  insert({ kind }: PersonRef, factor: StaffSecondFactor): Promise<void> {
    return this.table(kind).insert(factor);
  }

  async update({ kind, id: personId }: PersonRef, patch: Partial<Omit<StaffSecondFactor, 'id'>>): Promise<void> {
    await this.table(kind).update({ personId }, patch);
  }

  async remove({ kind, id: personId }: PersonRef): Promise<void> {
    await this.table(kind).remove({ personId });
  }

  private table(kind: Kind): Rows<StaffSecondFactor> {
    if (kind === 'user') return this.tenants.table(SecondFactor) as Rows<StaffSecondFactor>;
    return this.provider.table(StaffSecondFactor);
  }
}
