import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import type { FieldSeal } from '../../platform/encryption/field-seal';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { type CustomerRow, CustomersRepository } from './customers.repository';
import type { WantedCustomer } from './domain/customer';
import type { PlannedRow } from './domain/import-plan';
import { sealFacts } from './domain/personal-facts';

/** Writes what was planned, in the transaction in which it was. */
@Injectable()
export class ImportWriter {
  constructor(
    private readonly customers: CustomersRepository,
    private readonly seals: FieldSeals,
    private readonly clock: Clock,
  ) {}

  async write(planned: readonly PlannedRow[]): Promise<void> {
    const [seal, now] = [await this.seals.toWrite(), this.clock.now()];
    const made = planned.flatMap((row) => (row.kind === 'create' ? [newRow(seal, row.wanted, now)] : []));
    await this.customers.insertAll(made, now);
    for (const row of planned) {
      if (row.kind !== 'change') continue;
      const { id, version } = row.before;
      await this.customers.save(id, version, { ...columnsOf(seal, id, row.wanted), changedAt: now }, indexesOf(seal, row.wanted));
    }
  }
}

function newRow(seal: FieldSeal, wanted: WantedCustomer, now: Date): { customer: CustomerRow; indexes: Buffer[] } {
  const id = newId('customer');
  return { customer: { ...columnsOf(seal, id, wanted), id, version: 1, createdAt: now, changedAt: now }, indexes: indexesOf(seal, wanted) };
}

function columnsOf(seal: FieldSeal, id: string, { name, note, attributes, numbers, ...plain }: WantedCustomer) {
  return { ...plain, sealed: sealFacts(seal, id, { name, note, attributes, numbers }) };
}

function indexesOf(seal: FieldSeal, { numbers }: WantedCustomer): Buffer[] {
  return numbers.flatMap((number) => seal.index(number) ?? []);
}
