import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { ContractSpec, ServiceLevelFormula, TenantSpec } from '../tenants/domain/tenant-spec';
import { Contract } from './contract.entity';
import { canonicalContract } from './domain/canonical-contract';

/** The contract of a tenant's file. A change of terms is a new version; what was promised before stays as it was. */
@Injectable()
export class ContractsPart implements TenantPart, OnModuleInit {
  readonly order = 80;

  constructor(
    private readonly parts: TenantParts,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const [latest] = await this.database.table(Contract).find({}, { validFrom: 'DESC', id: 'DESC' });
    return latest ? { contract: specOf(latest) } : {};
  }

  async write(current: TenantSpec | null, { contract }: TenantSpec): Promise<void> {
    if (JSON.stringify(current?.contract) === JSON.stringify(contract)) return;
    const { formula, seconds, shortAbandon, target } = contract.serviceLevel;
    await this.database.table(Contract).insert({
      id: newId('contract'),
      validFrom: contract.validFrom,
      formula,
      answerSeconds: seconds,
      shortAbandonSeconds: shortAbandon,
      target,
      terms: contract.terms,
      createdAt: this.clock.now(),
    });
  }

  /** A contract that ended is still what the last months are judged by. */
  async remove(): Promise<void> {}
}

function specOf(row: Contract): ContractSpec {
  return {
    serviceLevel: {
      formula: row.formula as ServiceLevelFormula,
      seconds: row.answerSeconds,
      shortAbandon: row.shortAbandonSeconds,
      target: row.target,
    },
    validFrom: row.validFrom,
    terms: canonicalContract(row.terms),
  };
}
