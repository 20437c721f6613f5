import { Injectable } from '@nestjs/common';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { SegmentsReader } from '../segments/segments.reader';
import { CustomersRepository } from './customers.repository';
import { type KnownCustomer, knownCustomer } from './domain/customer';
import { type PlannedRow, planRows } from './domain/import-plan';
import type { ImportRow } from './domain/import-row';

/** Looks what lines of a file would do to the customers that there are. */
@Injectable()
export class ImportPlanner {
  constructor(
    private readonly customers: CustomersRepository,
    private readonly segments: SegmentsReader,
    private readonly seals: FieldSeals,
  ) {}

  /** Within a transaction the customers are locked: what is planned still holds when it is written. */
  async plan(rows: readonly ImportRow[], { lock }: { lock: boolean }): Promise<PlannedRow[]> {
    const seal = await this.seals.toRead();
    const found = await this.customers.byExternalIds(rows.map(({ externalId }) => externalId), lock);
    const customers = new Map(found.map((row): [string, KnownCustomer] => [row.externalId ?? '', knownCustomer(row, seal)]));
    const numbers = new Map(
      rows.flatMap(({ numbers: said = [] }) => said.map((number) => [seal.index(number)?.toString('hex') ?? '', number] as const)),
    );
    numbers.delete('');
    const taken = await this.customers.ofNumbers([...numbers.keys()].map((index) => Buffer.from(index, 'hex')));
    const owners = new Map(taken.map(({ numberIndex, customerId }) => [numbers.get(numberIndex.toString('hex')) ?? '', customerId]));
    return planRows(rows, { customers, segments: await this.segments.idsByName(), owners });
  }
}
