import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { localDateOf } from '../../platform/time/calendar';
import { TenantsReader } from '../tenants/tenants.reader';
import { Contract } from './contract.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class ContractsReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
  ) {}

  /** The terms in force today, in the tenant's zone; null where the first ones are still to come. */
  async current(): Promise<Contract | null> {
    const { timezone } = await this.tenants.current();
    const today = localDateOf(this.clock.now(), timezone);
    const [latest] = await this.database
      .table(Contract)
      .find({ validFrom: LessThanOrEqual(today) }, { validFrom: 'DESC', id: 'DESC' });
    return latest ?? null;
  }
}
