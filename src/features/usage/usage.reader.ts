import { Injectable } from '@nestjs/common';
import { And, Equal, IsNull, LessThan, MoreThanOrEqual } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Where } from '../../platform/database/tenant-table';
import { FieldSeals } from '../../platform/encryption/field-seals';
import type { Page, PageRequest } from '../../platform/http/page';
import { type KnownUsage, knownUsage } from './known-usage';
import { Usage } from './usage.entity';

export type { KnownUsage };

/** Which usage is asked for; what is left out does not matter. */
export interface UsageFilter {
  /** From the first instant up to, not including, the second. */
  startedWithin?: readonly [Date, Date];
  kind?: string;
  callId?: string;
  pricedAs?: string;
  ratePrefix?: string;
  tariffId?: string;
  /** Null: on no invoice yet. */
  invoiceId?: string | null;
}

/** The narrow questions that other features may ask. */
@Injectable()
export class UsageReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
  ) {}

  async page(request: PageRequest, { startedWithin, invoiceId, ...equal }: UsageFilter): Promise<Page<KnownUsage>> {
    const seal = await this.seals.toRead();
    const { data, hasMore } = await this.database.table(Usage).page(request, {
      ...Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined)),
      ...(startedWithin && { startedAt: And(MoreThanOrEqual(startedWithin[0]), LessThan(startedWithin[1])) }),
      ...(invoiceId !== undefined && { invoiceId: invoiceId === null ? IsNull() : Equal(invoiceId) }),
    } as Where<Usage>);
    return { data: data.map((usage) => knownUsage(usage, seal)), hasMore };
  }
}
