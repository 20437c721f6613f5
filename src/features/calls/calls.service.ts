import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { EventHandlers } from '../../platform/events/event-handlers';
import { Outbox } from '../../platform/events/outbox';
import type { Outcome } from '../../telephony/calls/call-record';
import './calls.events';
import { CallsRepository } from './calls.repository';
import type { CallFacts, StayFacts } from './domain/call-facts';
import { callOfLegs, offersOfLegs, staysOfLegs } from './domain/call-of-legs';
import { refineOutcome } from './domain/refine-outcome';
import { waitInStays } from './domain/wait-in-stays';
import { type WitnessedCall, witnessedFacts } from './domain/witnessed-call';

/** Locks the call's rows and no gaps between them: many calls end at the same time, side by side. */
const BY_ROW = 'READ COMMITTED';

/**
 * One record a call, from two witnesses: the events, which come first and tell of offers, and the CDRs, which the
 * books rest on and which decide where the two differ.
 */
@Injectable()
export class CallsService implements OnModuleInit {
  constructor(
    private readonly calls: CallsRepository,
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
    private readonly handlers: EventHandlers,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.handlers.on('call.witnessed', 'witness-call', (call) => this.witness(call));
    this.handlers.on('call.leg_settled', 'settle-call', ({ callUuid }) => this.settle(callUuid));
  }

  /** A call has ended, as the events tell it. */
  async witness(witnessed: WitnessedCall): Promise<void> {
    const facts = witnessedFacts(await this.seals.toRead(), witnessed);
    const { node, uuid, offers, stays = [] } = witnessed;
    await this.database.transaction(async () => {
      const call = await this.calls.claim({ ...facts, node, uuid });
      // the events say more of each offer, but may have been heard from the middle of the call only
      if (offers.length >= (await this.calls.countOffers(call.id))) await this.calls.replaceOffers(call.id, offers);
      const knowMore = stays.length > (await this.calls.staysOf(call.id)).length;
      if (knowMore) await this.calls.replaceStays(call.id, stays);
      if (!call.settled) await this.calls.write(call.id, facts, false);
      else {
        const outcome = refineOutcome(call.outcome as Outcome, facts.outcome);
        await this.calls.refine(call.id, { outcome, ...(knowMore && { waitSeconds: facts.waitSeconds }) });
      }
    }, BY_ROW);
  }

  /** A leg's CDR has come; once the first leg's is among them, the call is settled. Repeating it changes nothing. */
  async settle(callUuid: string): Promise<void> {
    const begun = await this.calls.begunBy(callUuid);
    if (!begun) return;
    await this.database.transaction(async () => {
      const call = await this.calls.claim(begun);
      // read under the call's lock: two legs that come together are settled side by side, and the one that knows of
      // fewer legs must not write last
      const legs = await this.calls.legsOf(callUuid);
      const facts = callOfLegs(callUuid, legs);
      if (!facts) return;
      const outcome = refineOutcome(facts.outcome, call.outcome as Outcome | null);
      const waitSeconds = await this.settleStays(call.id, staysOfLegs(callUuid, legs), facts);
      await this.calls.write(call.id, { ...facts, outcome, waitSeconds }, true);
      const offers = offersOfLegs(callUuid, legs);
      if (offers.length > (await this.calls.countOffers(call.id))) await this.calls.replaceOffers(call.id, offers);
      await this.outbox.add('call.settled', { callId: call.id });
    }, BY_ROW);
  }

  /**
   * The caller's CDR tells of its last queue, and of an earlier one only where an agent was rung there: where the events
   * knew of more, theirs stay, and the caller has waited in all of them.
   * @returns the seconds waited
   */
  private async settleStays(callId: string, booked: StayFacts[], { waitSeconds, endedAt }: Pick<CallFacts, 'waitSeconds' | 'endedAt'>): Promise<number> {
    const witnessed = await this.calls.staysOf(callId);
    if (witnessed.length > booked.length) return waitInStays(witnessed, endedAt);
    await this.calls.replaceStays(callId, booked);
    return waitSeconds;
  }
}
