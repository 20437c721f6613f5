import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { Ledger } from './domain/ledger';
import type { Posting } from './domain/posting';
import { LedgerEntry } from './ledger-entry.entity';

/** The only place that writes the books, and it only adds. */
@Injectable()
export class LedgerRepository extends Ledger {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async post({ source, currency, entries }: Posting): Promise<void> {
    const createdAt = this.clock.now();
    await this.database.table(LedgerEntry).insert(
      entries.map(({ account, amountMicro }) => ({ id: newId('ledgerEntry'), createdAt, source, account, currency, amountMicro })),
    );
  }
}
