import { Injectable } from '@nestjs/common';
import type { Outcome } from '../../telephony/calls/call-record';
import type { CdrLeg } from '../../telephony/cdr/cdr-leg';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { Call } from './call.entity';
import { CallLeg } from './call-leg.entity';
import { CallOffer } from './call-offer.entity';
import { CallStay } from './call-stay.entity';
import type { CallFacts, OfferFacts, StayFacts } from './domain/call-facts';
import { numberColumns } from './domain/call-numbers-columns';
import { legOfRow } from './domain/leg-row';

/** A call's name on the switch. */
export interface CallKey {
  node: string;
  uuid: string;
}

export type BegunCall = CallKey & Pick<CallFacts, 'direction' | 'startedAt'>;

/** The only place that writes calls, their offers and their stays in queues. */
@Injectable()
export class CallsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
    private readonly clock: Clock,
  ) {}

  /** The call's row, locked, made first if there is none: two witnesses may tell of a call at the same moment. */
  async claim({ node, uuid, direction, startedAt }: BegunCall): Promise<Call> {
    await this.database.sql(
      `INSERT INTO calls (tenant_id, id, created_at, node, uuid, direction, state, started_at, settled)
       VALUES (?, ?, ?, ?, ?, ?, 'ended', ?, 0) ON DUPLICATE KEY UPDATE id = id`,
      [
        tenantContext.tenantId(),
        newId('call'),
        this.clock.now(),
        node,
        uuid,
        direction,
        new Date(startedAt),
      ],
    );
    const call = await this.database.table(Call).lockOne({ node, uuid });
    if (!call) throw new Error(`The call ${uuid} belongs to another tenant.`);
    return call;
  }

  async write(id: string, facts: CallFacts, settled: boolean): Promise<void> {
    const seal = await this.seals.toWrite();
    await this.database.table(Call).update(
      { id },
      {
        direction: facts.direction,
        ...numberColumns(seal, id, { from: facts.fromNumber, to: facts.toNumber }),
        // told by an event that was kept before there were customers
        customerId: facts.customerId ?? null,
        segmentId: facts.segmentId ?? null,
        queue: facts.queue,
        agent: facts.agent,
        state: 'ended',
        outcome: facts.outcome,
        endedBy: facts.endedBy,
        waitSeconds: facts.waitSeconds,
        talkSeconds: facts.talkSeconds,
        startedAt: new Date(facts.startedAt),
        answeredAt: dateOf(facts.answeredAt),
        endedAt: new Date(facts.endedAt),
        settled,
      },
    );
  }

  async refine(id: string, facts: Partial<Pick<CallFacts, 'outcome' | 'waitSeconds'>>): Promise<void> {
    await this.database.table(Call).update({ id }, facts);
  }

  async countOffers(callId: string): Promise<number> {
    return this.database.table(CallOffer).count({ callId });
  }

  async replaceOffers(callId: string, offers: OfferFacts[]): Promise<void> {
    const createdAt = this.clock.now();
    await this.database.table(CallOffer).remove({ callId });
    await this.database.table(CallOffer).insert(
      offers.map(({ agent, result, startedAt, endedAt }, position) => ({
        id: newId('offer'),
        callId,
        position,
        agent,
        result,
        startedAt: new Date(startedAt),
        endedAt: dateOf(endedAt),
        createdAt,
      })),
    );
  }

  /** In their order. */
  async staysOf(callId: string): Promise<StayFacts[]> {
    const stays = await this.database.table(CallStay).find({ callId }, { position: 'ASC' });
    return stays.map(({ queue, joinedAt, leftAt, outcome, agent, answeredAt, releasedAt }) => ({
      queue, agent, outcome: outcome as Outcome | null,
      joinedAt: joinedAt.getTime(), leftAt: timeOf(leftAt), answeredAt: timeOf(answeredAt), releasedAt: timeOf(releasedAt),
    }));
  }

  async replaceStays(callId: string, stays: StayFacts[]): Promise<void> {
    const createdAt = this.clock.now();
    await this.database.table(CallStay).remove({ callId });
    await this.database.table(CallStay).insert(
      stays.map(({ joinedAt, leftAt, answeredAt, releasedAt, ...stay }, position) => ({
        ...stay,
        id: newId('callStay'),
        callId,
        position,
        joinedAt: new Date(joinedAt),
        leftAt: dateOf(leftAt),
        answeredAt: dateOf(answeredAt),
        releasedAt: dateOf(releasedAt),
        createdAt,
      })),
    );
  }

  /** What of its first leg makes a call: null while that leg's own CDR has not come. */
  async begunBy(callUuid: string): Promise<BegunCall | null> {
    const first = await this.database.table(CallLeg).findOne({ callUuid, uuid: callUuid });
    if (!first) return null;
    const { node, uuid, facts } = first;
    return { node, uuid, direction: facts.purpose, startedAt: facts.startedAt };
  }

  async legsOf(callUuid: string): Promise<CdrLeg[]> {
    const legs = await this.database.table(CallLeg).find({ callUuid }, { startedAt: 'ASC' });
    const seal = await this.seals.toRead();
    return legs.map((leg) => legOfRow(leg, seal));
  }
}

function timeOf(date: Date | null): number | null {
  return date?.getTime() ?? null;
}

function dateOf(time: number | null): Date | null {
  return time === null ? null : new Date(time);
}
