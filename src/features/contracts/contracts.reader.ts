import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { localDateOf } from '../../platform/time/calendar';
import { TenantsReader } from '../tenants/tenants.reader';
import { Contract } from './contract.entity';
import type { ContractTerms } from './domain/contract-terms';
import { readContract } from './domain/read-contract';

/** The narrow questions that other features may ask. */
@Injectable()
export class ContractsReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
  ) {}

  /** What each version charges for. */
  async versions(): Promise<ContractTerms[]> {
    const versions = await this.database.table(Contract).find();
    return versions.map(({ id, validFrom, terms }) => {
      const reading = readContract(terms);
      if (!reading.ok) throw new Error(`The contract ${id} cannot be read: ${reading.problems.map(({ pointer, rule }) => `${pointer} ${rule}`).join('; ')}`);
      return { id, validFrom, ...reading.terms };
    });
  }

  /** The version in force on a day, YYYY-MM-DD; null where the first one is still to come. */
  async on(day: string): Promise<Contract | null> {
    const [latest] = await this.database.table(Contract).find({ validFrom: LessThanOrEqual(day) }, { validFrom: 'DESC', id: 'DESC' });
    return latest ?? null;
  }

  /** The terms in force today, in the tenant's zone; null where the first ones are still to come. */
  async current(): Promise<Contract | null> {
    const { timezone } = await this.tenants.current();
    return this.on(localDateOf(this.clock.now(), timezone));
  }
}
