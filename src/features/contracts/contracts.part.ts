import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import { billingPeriodAt } from '../../platform/time/billing-period';
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

  /** @throws AppError invalid_request for a change of what was agreed for months before the running one */
  async check(current: TenantSpec | null, { contract, timezone }: TenantSpec): Promise<void> {
    if (!current || isSame(current.contract, contract)) return;
    const { firstDay } = billingPeriodAt(this.clock.now(), timezone);
    if (contract.validFrom >= firstDay) return;
    throw AppError.invalid('/contract/valid_from', `must not lie before ${firstDay}: what was agreed for earlier months stays as it was`);
  }

  async write(current: TenantSpec | null, { contract }: TenantSpec): Promise<void> {
    if (current && isSame(current.contract, contract)) return;
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

function isSame(one: ContractSpec, other: ContractSpec): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
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
