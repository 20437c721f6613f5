import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { noteInTransaction } from '../../platform/audit/audit-draft';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { SegmentMembers } from '../segments/domain/segment-members';
import { Customer } from './customer.entity';
import { CustomerNumber } from './customer-number.entity';

/** What a list is narrowed to; what is left out does not narrow it. */
export type CustomerFilter = Partial<Pick<Customer, 'id' | 'externalId' | 'segmentId'>>;
export type CustomerRow = Omit<Customer, 'tenantId'>;
type Patch = Partial<Omit<CustomerRow, 'id' | 'createdAt' | 'version'>>;

/** The only place that writes customers and their numbers. */
@Injectable()
export class CustomersRepository extends SegmentMembers {
  constructor(private readonly database: TenantDatabase) {
    super();
  }

  page(request: PageRequest, filter: CustomerFilter): Promise<Page<Customer>> {
    return this.database.table(Customer).page(request, filter as object);
  }

  find(id: string): Promise<Customer | null> {
    return this.database.table(Customer).findOne({ id });
  }

  /** Those of the indexes that are somebody's, with whose. */
  ofNumbers(indexes: readonly Buffer[]): Promise<CustomerNumber[]> {
    if (indexes.length === 0) return Promise.resolve([]);
    return this.database.table(CustomerNumber).find({ numberIndex: In([...indexes]) });
  }

  /** @param lock holds their locks until the transaction ends */
  byExternalIds(externalIds: readonly string[], lock: boolean): Promise<Customer[]> {
    if (externalIds.length === 0) return Promise.resolve([]);
    const [table, where] = [this.database.table(Customer), { externalId: In([...externalIds]) }];
    return lock ? table.lock(where) : table.find(where);
  }

  /** Locked until the transaction ends. */
  lockByExternalId(externalId: string): Promise<Customer | null> {
    return this.database.table(Customer).lockOne({ externalId });
  }

  async insert(customer: CustomerRow, indexes: readonly Buffer[]): Promise<void> {
    await this.database.table(Customer).insert(customer);
    await this.insertNumbers(customer.id, customer.createdAt, indexes);
  }

  async insertAll(rows: readonly { customer: CustomerRow; indexes: readonly Buffer[] }[], at: Date): Promise<void> {
    if (rows.length === 0) return;
    await this.database.table(Customer).insert(rows.map(({ customer }) => customer));
    const numbers = rows.flatMap(({ customer, indexes }) =>
      indexes.map((numberIndex) => ({ id: newId('customerNumber'), customerId: customer.id, numberIndex, createdAt: at })),
    );
    await this.database.table(CustomerNumber).insert(numbers);
  }

  /**
   * @param indexes of all its numbers from now on; undefined leaves them
   * @returns false when the row is no longer at that version
   */
  async save(id: string, version: number, patch: Patch, indexes?: readonly Buffer[]): Promise<boolean> {
    const changed = await this.database.table(Customer).update({ id, version }, { ...patch, version: version + 1 });
    if (changed === 1 && indexes) await this.replaceNumbers(id, indexes, patch.changedAt ?? new Date(0));
    return changed === 1;
  }

  async remove(id: string, version: number): Promise<boolean> {
    const locked = await this.database.table(Customer).lockOne({ id, version });
    if (!locked) return false;
    await this.database.table(CustomerNumber).remove({ customerId: id });
    return (await this.database.table(Customer).remove({ id })) === 1;
  }

  override async count(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.sql<{ segmentId: string; customers: string }>(
      `SELECT segment_id AS segmentId, COUNT(*) AS customers FROM customers
       WHERE tenant_id = ? AND segment_id IS NOT NULL GROUP BY segment_id`,
      [tenantContext.tenantId()],
    );
    return new Map(rows.map(({ segmentId, customers }) => [segmentId, Number(customers)]));
  }

  /** One statement and one entry in the log, however many there are. */
  override async move(from: string, to: string | null): Promise<number> {
    const tenantId = tenantContext.tenantId();
    const result: unknown = await this.database.sql(
      'UPDATE customers SET segment_id = ?, version = version + 1 WHERE tenant_id = ? AND segment_id = ?',
      [to, tenantId, from],
    );
    const { affectedRows: customers } = result as { affectedRows: number };
    if (customers > 0) noteInTransaction(tenantId, { action: 'changed', objectType: 'segments', objectId: from, detail: { customers, moved_to: to } });
    return customers;
  }

  private async replaceNumbers(customerId: string, indexes: readonly Buffer[], at: Date): Promise<void> {
    const table = this.database.table(CustomerNumber);
    const present = await table.find({ customerId });
    const gone = present.filter(({ numberIndex }) => !indexes.some((index) => index.equals(numberIndex)));
    if (gone.length > 0) await table.remove({ id: In(gone.map(({ id }) => id)) });
    await this.insertNumbers(customerId, at, indexes.filter((index) => !present.some(({ numberIndex }) => numberIndex.equals(index))));
  }

  private insertNumbers(customerId: string, createdAt: Date, indexes: readonly Buffer[]): Promise<void> {
    const rows = indexes.map((numberIndex) => ({ id: newId('customerNumber'), customerId, numberIndex, createdAt }));
    return this.database.table(CustomerNumber).insert(rows);
  }
}
