import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import type { Findings } from './domain/summarise';
import { Reconciliation } from './reconciliation.entity';

/** The only place that writes reconciliations. */
@Injectable()
export class ReconciliationsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  page(request: PageRequest): Promise<Page<Reconciliation>> {
    return this.database.table(Reconciliation).page(request);
  }

  async insert(node: string, findings: Findings): Promise<void> {
    const row = { id: newId('reconciliation'), node, ...findings, createdAt: this.clock.now() };
    await this.database.table(Reconciliation).insert(row);
  }
}
