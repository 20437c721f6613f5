import { Injectable } from '@nestjs/common';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { FieldSeals } from '../../platform/encryption/field-seals';
import type { Locale } from '../tenants/domain/tenant-spec';
import { readCallerNumber } from './domain/caller-number';

/** Who calls, as far as it matters for where the call goes. */
export interface CallingCustomer {
  id: string;
  segmentId: string | null;
  language: Locale | null;
}

/** Tells the routing, which works for all tenants, whose number it is that calls. */
@Injectable()
export class CallersReader {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly seals: FieldSeals,
  ) {}

  /**
   * The tenant's customer whom a number belongs to: one read of an index.
   * @param claimed what the caller says to call from, any text at all
   */
  async ofNumber(tenantId: string, claimed: string): Promise<CallingCustomer | null> {
    const number = readCallerNumber(claimed);
    const index = number === null ? null : (await this.seals.toFindOf(tenantId)).index(number);
    if (index === null) return null;
    const [caller = null] = await this.database.sql<CallingCustomer>(
      `SELECT c.id, c.segment_id AS segmentId, c.language
       FROM customer_numbers n JOIN customers c ON c.tenant_id = n.tenant_id AND c.id = n.customer_id
       WHERE n.tenant_id = ? AND n.number_index = ?`,
      [tenantId, index],
    );
    return caller;
  }
}
