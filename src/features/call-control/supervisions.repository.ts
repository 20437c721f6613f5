import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { SupervisionMode } from '../../telephony/esl/commands';
import { Supervision } from './supervision.entity';

export type NewSupervision = Pick<Supervision, 'callUuid' | 'legUuid' | 'seatId' | 'supervisorId' | 'sessionId' | 'mode'>;
export type LastingSupervision = Pick<Supervision, 'tenantId' | 'id' | 'legUuid' | 'supervisorId' | 'sessionId'>;

/** The only place that writes supervisions. */
@Injectable()
export class SupervisionsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly provider: ProviderDatabase,
    private readonly clock: Clock,
  ) {}

  /** The one that lasts from a seat, as far as anybody knows. */
  ofSeat(seatId: string): Promise<Supervision | null> {
    return this.database.table(Supervision).findOne({ seatId, lasting: true });
  }

  /** Null where it is over. */
  lasting(id: string): Promise<Supervision | null> {
    return this.database.table(Supervision).findOne({ id, lasting: true });
  }

  ofSupervisor(supervisorId: string, callUuid: string): Promise<Supervision | null> {
    return this.database.table(Supervision).findOne({ supervisorId, callUuid, lasting: true });
  }

  /** Of all tenants: whose right to listen is to be looked at again. */
  allLasting(): Promise<LastingSupervision[]> {
    return this.provider.sql(
      `SELECT tenant_id AS tenantId, id, leg_uuid AS legUuid, supervisor_id AS supervisorId, session_id AS sessionId
       FROM supervisions WHERE lasting = 1`,
    );
  }

  /** A second one from the seat is refused by the database: a conflict. */
  async begin(supervision: NewSupervision): Promise<string> {
    const id = newId('supervision');
    const begun = { ...supervision, id, createdAt: this.clock.now(), lasting: true as const, endedAt: null };
    await this.database.table(Supervision).insert(begun);
    return id;
  }

  async changeMode(id: string, mode: SupervisionMode): Promise<void> {
    await this.database.table(Supervision).update({ id }, { mode });
  }

  async end(id: string): Promise<void> {
    await this.database.table(Supervision).update({ id, lasting: true }, { lasting: null, endedAt: this.clock.now() });
  }
}
