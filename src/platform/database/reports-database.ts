import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

export const REPORTS = 'reports';

/** For what reads over all tenants and writes nothing: its account could not, and sees no credential. */
@Injectable()
export class ReportsDatabase {
  constructor(@InjectDataSource(REPORTS) private readonly source: DataSource) {}

  sql<T>(statement: string, parameters: unknown[] = []): Promise<T[]> {
    return this.source.manager.query(statement, parameters);
  }

  /** Several reads of one state of the data. */
  snapshot<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', work);
  }
}
