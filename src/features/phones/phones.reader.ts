import { Injectable } from '@nestjs/common';
import { mayBeId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { Clock } from '../../platform/clock/clock';

const A1_HASH = `
  SELECT phones.a1_hash AS a1Hash
  FROM phones
  JOIN sessions ON sessions.tenant_id = phones.tenant_id AND sessions.id = phones.session_id
  WHERE phones.tenant_id = ? AND phones.id = ? AND phones.seat_id = ?
    AND sessions.ended_at IS NULL AND phones.expires_at > ?`;

/** What the switch asks when a page registers. */
@Injectable()
export class PhonesReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /** The digest's A1 hash; null for a phone that there is not at that seat, and for one whose session is over. */
  async a1HashOf(tenantId: string, seatId: string, phoneId: string): Promise<string | null> {
    if (!mayBeId(phoneId)) return null;
    const parameters = [tenantId, phoneId, seatId, this.clock.now()];
    const rows = await tenantContext.open({ tenantId }, () => this.database.sql<{ a1Hash: string }>(A1_HASH, parameters));
    return rows[0]?.a1Hash ?? null;
  }
}
