import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/ids';
import { ProviderDatabase } from '../../platform/database/provider-database';
import type { NewCall } from './domain/credit-control';

/** What one tenant has spent and reserved, in micro-units. */
export interface Spending {
  daySpent: bigint;
  monthSpent: bigint;
  reserved: bigint;
}

/** A call under way with what it has reserved. */
export interface OpenReservation {
  id: string;
  tenantId: string;
  legUuid: string;
  number: string;
  kind: 'outbound' | 'transfer';
  amountMicro: bigint;
  grantedSeconds: number;
  toldSeconds: number;
  createdAt: Date;
}

interface Granted {
  seconds: number;
  amountMicro: bigint;
}

/** A call whose own leg has been accounted for this long ago, and whose trunk leg has not, had none. */
const NEVER_CAME_SECONDS = 60;

/**
 * A reservation counts until the CDR of its leg is rated or tells that nobody answered: from then on the usage counts.
 * One whose leg never came about counts until the call's own CDR is in; one that no CDR ever tells of, until it expires.
 */
const COUNTS = `
  NOT EXISTS (SELECT 1 FROM usage_records u
               WHERE u.tenant_id = r.tenant_id AND u.source = 'cdr' AND u.source_id = CONCAT(r.node, '/', r.leg_uuid))
  AND (
    EXISTS (SELECT 1 FROM call_legs l
             WHERE l.node = r.node AND l.uuid = r.leg_uuid AND JSON_VALUE(l.facts, '$.billSeconds') > 0)
    OR (
      r.expires_at > ?
      AND NOT EXISTS (SELECT 1 FROM call_legs l WHERE l.node = r.node AND l.uuid = r.leg_uuid)
      AND NOT EXISTS (SELECT 1 FROM call_legs l
                       WHERE l.node = r.node AND l.uuid = r.call_uuid AND l.created_at < ? - INTERVAL ${NEVER_CAME_SECONDS} SECOND)
    )
  )`;

/** The only place that writes reservations. The provider's: the switch asks for all tenants. */
@Injectable()
export class SpendingRepository {
  constructor(private readonly database: ProviderDatabase) {}

  /** Runs work that decides by what a tenant has spent: one at a time for each tenant, and sees all that went before. */
  inTurn<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      await this.database.sql('SELECT id FROM calling_plans WHERE tenant_id = ? FOR UPDATE', [tenantId]);
      return work();
    }, 'READ COMMITTED');
  }

  /**
   * What is reserved is read first: a call that is rated meanwhile counts twice for once, and never not at all.
   * @param except the reservation that is to be renewed
   */
  async spending(tenantId: string, at: { day: Date; month: Date; now: Date }, except = ''): Promise<Spending> {
    const [open] = await this.database.sql<{ reserved: string }>(
      `SELECT CAST(COALESCE(SUM(r.amount_micro), 0) AS CHAR) AS reserved
       FROM spend_reservations r WHERE r.tenant_id = ? AND r.created_at >= ? AND r.id <> ? AND ${COUNTS}`,
      [tenantId, at.month, except, at.now, at.now],
    );
    const [spent] = await this.database.sql<{ day: string; month: string }>(
      `SELECT CAST(COALESCE(SUM(IF(started_at >= ?, amount_micro, 0)), 0) AS CHAR) AS day,
              CAST(COALESCE(SUM(amount_micro), 0) AS CHAR) AS month
       FROM usage_records WHERE tenant_id = ? AND kind IN ('outbound', 'transfer') AND started_at >= ?`,
      [at.day, tenantId, at.month],
    );
    return {
      daySpent: BigInt(spent?.day ?? 0),
      monthSpent: BigInt(spent?.month ?? 0),
      reserved: BigInt(open?.reserved ?? 0),
    };
  }

  async insert(tenantId: string, call: NewCall, credit: Granted, at: { now: Date; expires: Date }): Promise<void> {
    await this.database.sql(
      `INSERT INTO spend_reservations
         (tenant_id, id, created_at, node, call_uuid, leg_uuid, number, kind, amount_micro, granted_seconds, told_seconds, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        tenantId, newId('spendReservation'), at.now, call.node, call.callUuid, call.legUuid, call.number, call.direction,
        credit.amountMicro.toString(), credit.seconds, credit.seconds, at.expires,
      ],
    );
  }

  async grant(reservation: OpenReservation, credit: Granted, expires: Date): Promise<void> {
    await this.database.sql(
      'UPDATE spend_reservations SET amount_micro = ?, granted_seconds = ?, expires_at = ? WHERE tenant_id = ? AND id = ?',
      [credit.amountMicro.toString(), credit.seconds, expires, reservation.tenantId, reservation.id],
    );
  }

  /** The switch cuts the leg after so many seconds now. */
  async told({ tenantId, id }: OpenReservation, seconds: number): Promise<void> {
    await this.database.sql('UPDATE spend_reservations SET told_seconds = ? WHERE tenant_id = ? AND id = ?', [
      seconds, tenantId, id,
    ]);
  }

  /** Those of a node's calls that the switch would cut before `by`. Whether the legs are still there, the switch knows. */
  async runningOut(node: string, now: Date, by: Date): Promise<OpenReservation[]> {
    const rows = await this.database.sql<Omit<OpenReservation, 'amountMicro'> & { amountMicro: string }>(
      `SELECT r.id, r.tenant_id AS tenantId, r.leg_uuid AS legUuid, r.number, r.kind,
              CAST(r.amount_micro AS CHAR) AS amountMicro, r.granted_seconds AS grantedSeconds,
              r.told_seconds AS toldSeconds, r.created_at AS createdAt
       FROM spend_reservations r
       WHERE r.node = ? AND r.expires_at > ? AND r.created_at + INTERVAL r.told_seconds SECOND < ?
         AND NOT EXISTS (SELECT 1 FROM call_legs l WHERE l.node = r.node AND l.uuid = r.leg_uuid)
       ORDER BY r.created_at LIMIT 1000`,
      [node, now, by],
    );
    return rows.map((row) => ({ ...row, amountMicro: BigInt(row.amountMicro) }));
  }

  /** Forgets what counts no longer. */
  async forget(before: Date): Promise<void> {
    await this.database.sql('DELETE FROM spend_reservations WHERE expires_at < ? LIMIT 10000', [before]);
  }
}
