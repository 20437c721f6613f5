import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/ids';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { FieldSeals } from '../../platform/encryption/field-seals';
import type { NewCall } from './domain/credit-control';
import { readSpending, type Spending, type SpendingTimes } from './spending.sql';

/** A call under way with what it has reserved. */
export interface OpenReservation {
  id: string;
  tenantId: string;
  legUuid: string;
  /** Null where it is not known any more. */
  number: string | null;
  kind: 'outbound' | 'transfer';
  amountMicro: bigint;
  grantedSeconds: number;
  toldSeconds: number;
  createdAt: Date;
}

type ReservationRow = Omit<OpenReservation, 'number' | 'amountMicro'> & { numberSealed: Buffer | null; amountMicro: string };

interface Granted {
  seconds: number;
  amountMicro: bigint;
}

/** The only place that writes reservations. The provider's: the switch asks for all tenants. */
@Injectable()
export class SpendingRepository {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly seals: FieldSeals,
  ) {}

  /** Runs work that decides by what a tenant has spent: one at a time for each tenant, and sees all that went before. */
  async inTurn<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    // a first key is made before the turn: those who wait for theirs may hold all the connections
    await this.seals.toWriteOf([tenantId]);
    return this.database.transaction(async () => {
      await this.database.sql('SELECT id FROM calling_plans WHERE tenant_id = ? FOR UPDATE', [tenantId]);
      return work();
    }, 'READ COMMITTED');
  }

  /** @param except the reservation that is to be renewed */
  spending(tenantId: string, at: SpendingTimes, except = ''): Promise<Spending> {
    return readSpending((statement, parameters) => this.database.sql(statement, parameters), tenantId, at, except);
  }

  async insert(tenantId: string, call: NewCall, credit: Granted, at: { now: Date; expires: Date }): Promise<void> {
    const id = newId('spendReservation');
    const sealed = (await this.seals.toWriteOf([tenantId]))(tenantId).seal(placeOf(id), call.number);
    await this.database.sql(
      `INSERT INTO spend_reservations
         (tenant_id, id, created_at, node, call_uuid, leg_uuid, number_sealed, kind, amount_micro, granted_seconds, told_seconds, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        tenantId, id, at.now, call.node, call.callUuid, call.legUuid, sealed, call.direction,
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
    const rows = await this.database.sql<ReservationRow>(
      `SELECT r.id, r.tenant_id AS tenantId, r.leg_uuid AS legUuid, r.number_sealed AS numberSealed, r.kind,
              CAST(r.amount_micro AS CHAR) AS amountMicro, r.granted_seconds AS grantedSeconds,
              r.told_seconds AS toldSeconds, r.created_at AS createdAt
       FROM spend_reservations r
       WHERE r.node = ? AND r.expires_at > ? AND r.created_at + INTERVAL r.told_seconds SECOND < ?
         AND NOT EXISTS (SELECT 1 FROM call_legs l WHERE l.node = r.node AND l.uuid = r.leg_uuid)
       ORDER BY r.created_at LIMIT 1000`,
      [node, now, by],
    );
    const sealOf = await this.seals.toReadOf([...new Set(rows.map(({ tenantId }) => tenantId))]);
    return rows.map(({ numberSealed, ...row }) => ({
      ...row,
      number: sealOf(row.tenantId).open(placeOf(row.id), numberSealed),
      amountMicro: BigInt(row.amountMicro),
    }));
  }

  /** Forgets what counts no longer. */
  async forget(before: Date): Promise<void> {
    await this.database.sql('DELETE FROM spend_reservations WHERE expires_at < ? LIMIT 10000', [before]);
  }
}

/** Where a reservation's number is sealed for. */
function placeOf(id: string): string {
  return `spend_reservations.number ${id}`;
}
