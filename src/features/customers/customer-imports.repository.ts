import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { FieldSeals } from '../../platform/encryption/field-seals';
import type { Page, PageRequest } from '../../platform/http/page';
import { CustomerImport } from './customer-import.entity';
import { CustomerImportPortion } from './customer-import-portion.entity';
import type { ImportRow } from './domain/import-row';

export type ImportCounts = Pick<CustomerImport, 'created' | 'changed' | 'unchanged' | 'refused' | 'problems'>;

/** The only place that writes imports and what waits of them. */
@Injectable()
export class CustomerImportsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
    private readonly clock: Clock,
  ) {}

  page(request: PageRequest): Promise<Page<CustomerImport>> {
    return this.database.table(CustomerImport).page(request);
  }

  find(id: string): Promise<CustomerImport | null> {
    return this.database.table(CustomerImport).findOne({ id });
  }

  /** Locked until the transaction ends. */
  lock(id: string): Promise<CustomerImport | null> {
    return this.database.table(CustomerImport).lockOne({ id });
  }

  insert(row: Omit<CustomerImport, 'tenantId'>): Promise<void> {
    return this.database.table(CustomerImport).insert(row);
  }

  async insertPortion(importId: string, position: number, rows: readonly ImportRow[]): Promise<void> {
    const sealed = (await this.seals.toWrite()).seal(placeOf(importId, position), JSON.stringify(rows));
    const createdAt = this.clock.now();
    await this.database.table(CustomerImportPortion).insert({ id: newId('customerImportPortion'), createdAt, importId, position, sealed });
  }

  /** None where its key is destroyed. */
  async rowsOf(importId: string, position: number): Promise<ImportRow[]> {
    const portion = await this.database.table(CustomerImportPortion).findOne({ importId, position });
    const text = (await this.seals.toRead()).open(placeOf(importId, position), portion?.sealed ?? null);
    return text === null ? [] : (JSON.parse(text) as ImportRow[]);
  }

  /** The portion goes, and what came of it is counted. */
  async close({ id, position, portions }: CustomerImport, counts: ImportCounts): Promise<void> {
    await this.database.table(CustomerImportPortion).remove({ importId: id, position });
    const finishedAt = position + 1 === portions ? this.clock.now() : null;
    await this.database.table(CustomerImport).update({ id }, { ...counts, position: position + 1, finishedAt });
  }
}

function placeOf(importId: string, position: number): string {
  return `customer_import_portions.sealed ${importId} ${position}`;
}
