import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { AppError } from '../../platform/errors/app-error';
import { Customer } from './customer.entity';
import { type KnownCustomer, knownCustomer } from './domain/customer';
import { openFacts } from './domain/personal-facts';

/** The narrow questions that other features may ask. */
@Injectable()
export class CustomersReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
  ) {}

  async find(id: string): Promise<KnownCustomer | null> {
    const customer = await this.database.table(Customer).findOne({ id });
    return customer && knownCustomer(customer, await this.seals.toRead());
  }

  /** @throws AppError not_found; none where the key is destroyed */
  async numbersOf(id: string): Promise<string[]> {
    const customer = await this.find(id);
    if (!customer) throw AppError.notFound();
    return customer.numbers ?? [];
  }

  /** The names of those of the ids that are customers; null where the key is destroyed. */
  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    if (ids.length === 0) return new Map();
    const customers = await this.database.table(Customer).find({ id: In([...new Set(ids)]) });
    const seal = await this.seals.toRead();
    return new Map(customers.map(({ id, sealed }) => [id, openFacts(seal, id, sealed).name]));
  }
}
