import { type Bridge, callerLeg, type Leg, newCall, type Call } from './call';
import type { CallEvent } from './call-events';
import { applyEvent } from './call-state';

export interface CallBookOptions {
  /** Milliseconds of event time after the caller's end in which the agents' side may still be told. Default 10,000. */
  lingerMs?: number;
  /** The most calls kept open; the oldest beyond it is given up as lost. Default 100,000. */
  mostOpen?: number;
  /** How many legs of ended calls are remembered, so that late events do not bring them back. Default 20,000. */
  mostForgotten?: number;
}

/**
 * The calls of one switch. Takes events, hands back the calls they changed, and forgets a call with handing it back
 * as over; its memory is bounded by the calls that are open.
 */
export class CallBook {
  private readonly lingerMs: number;
  private readonly mostOpen: number;
  private readonly mostForgotten: number;
  private readonly calls = new Map<string, Call>();
  private readonly owners = new Map<string, string>();
  private readonly ending = new Set<string>();
  private readonly forgotten = new Set<string>();
  private coreUuid = '';

  constructor(options: CallBookOptions = {}) {
    this.lingerMs = options.lingerMs ?? 10_000;
    this.mostOpen = options.mostOpen ?? 100_000;
    this.mostForgotten = options.mostForgotten ?? 20_000;
  }

  get open(): readonly Call[] {
    return [...this.calls.values()];
  }

  /** An open call by its name. */
  find(id: string): Call | undefined {
    return this.calls.get(id);
  }

  /** Whether the leg is one of an open call, or was one of a call that is over. */
  knows(legUuid: string): boolean {
    return this.owners.has(legUuid) || this.forgotten.has(legUuid);
  }

  /** How much is held, for a gauge. */
  get memory(): { calls: number; legs: number; ending: number; forgotten: number } {
    const { calls, owners, ending, forgotten } = this;
    return { calls: calls.size, legs: owners.size, ending: ending.size, forgotten: forgotten.size };
  }

  /** The calls that the event changed or ended. A call that is `over` will not come again. */
  accept(event: CallEvent): Call[] {
    const changed = this.noticeRestart(event);
    if (event.type === 'leg-bridged') changed.push(...this.joinCalls(event.leg.legUuid, event.otherLegUuid, event.at));
    const id = this.ownerOf(event);
    if (id !== null) changed.push(this.update(id, event));
    changed.push(...this.endLingering(event.at));
    if (this.calls.size > this.mostOpen) changed.push(...this.giveUpOldest());
    return changed;
  }

  /**
   * Ends the calls of which no leg is alive any more, as the list of the switch's channels shows after the link was
   * down: what ended meanwhile nobody will tell us. `asked` are the calls that were open when the list was asked for;
   * one that began while the answer was on its way is not on it, and lives.
   */
  reconcile(liveLegUuids: ReadonlySet<string>, asked: readonly Call[]): Call[] {
    return asked
      .map((call) => this.calls.get(call.id))
      .filter((call): call is Call => call !== undefined)
      .filter((call) => !liveLegUuids.has(call.id) && !call.legs.some((leg) => liveLegUuids.has(leg.uuid)))
      .map((call) => this.close(call, true));
  }

  private noticeRestart(event: CallEvent): Call[] {
    if (event.coreUuid === '' || event.coreUuid === this.coreUuid) return [];
    const restarted = this.coreUuid !== '';
    this.coreUuid = event.coreUuid;
    if (!restarted) return [];
    return this.open.map((call) => this.close(call, true));
  }

  /**
   * Two calls of one agent have been joined: the far end of the later one is from now on a party of the earlier one.
   * The later one keeps what was so far, and is over when the agent's own leg is.
   */
  private joinCalls(legUuid: string, otherLegUuid: string, at: number): Call[] {
    const [one, other] = [legUuid, otherLegUuid].map((uuid) => this.calls.get(this.owners.get(uuid) ?? ''));
    if (one === undefined || other === undefined || one === other) return [];
    const [earlier, later, uuid] = isEarlier(one, other) ? [one, other, otherLegUuid] : [other, one, legUuid];
    const leg = later.legs.find((each) => each.uuid === uuid);
    if (leg === undefined || leg.role !== 'party') return [];
    this.calls.set(earlier.id, { ...earlier, legs: [...earlier.legs, { ...leg, bridges: [] }] });
    this.owners.set(uuid, earlier.id);
    const left = partWith(later, uuid, at);
    this.calls.set(later.id, left);
    return [isOver(left) ? this.close(left, false) : left];
  }

  private update(id: string, event: CallEvent): Call {
    const before = this.calls.get(id) ?? newCall(id, event.coreUuid, event.at, event.sequence);
    const call = applyEvent(before, event);
    for (const uuid of legsNamedBy(event)) this.owners.set(uuid, id);
    this.owners.set(id, id);
    this.calls.set(id, call);
    if (isOver(call)) return this.close(call, false);
    if (callerIsGone(call)) this.ending.add(id);
    return call;
  }

  private ownerOf(event: CallEvent): string | null {
    const uuids = [...legsNamedBy(event), ...legsActedFor(event)];
    for (const uuid of uuids) {
      const owner = this.owners.get(uuid);
      if (owner !== undefined) return owner;
    }
    if (uuids.some((uuid) => this.forgotten.has(uuid))) return null;
    return legsActedFor(event)[0] ?? uuids[0] ?? null;
  }

  private endLingering(at: number): Call[] {
    const ended: Call[] = [];
    for (const id of this.ending) {
      const call = this.calls.get(id);
      if (call === undefined || !callerIsGone(call)) this.ending.delete(id);
      else if (at - call.lastAt > this.lingerMs) ended.push(this.close(call, false));
    }
    return ended;
  }

  /** Ends the calls whose caller has hung up although the agents' side was never told to its end. */
  endAllLingering(): Call[] {
    return this.endLingering(Number.POSITIVE_INFINITY);
  }

  private giveUpOldest(): Call[] {
    const oldest = this.calls.values().next().value;
    return oldest === undefined ? [] : [this.close(oldest, true)];
  }

  private close(call: Call, lost: boolean): Call {
    this.calls.delete(call.id);
    this.ending.delete(call.id);
    for (const uuid of [call.id, ...call.legs.map((leg) => leg.uuid), ...agentLegs(call)]) {
      if ((this.owners.get(uuid) ?? call.id) !== call.id) continue; // it goes on in another call
      this.owners.delete(uuid);
      this.forgotten.add(uuid);
    }
    for (const uuid of this.forgotten) {
      if (this.forgotten.size <= this.mostForgotten) break;
      this.forgotten.delete(uuid);
    }
    return { ...call, over: true, lost: lost && callerLeg(call)?.endedAt == null };
  }
}

function isEarlier(one: Call, other: Call): boolean {
  return one.startedAt < other.startedAt || (one.startedAt === other.startedAt && one.firstSequence < other.firstSequence);
}

/** The call without a leg from then on. */
function partWith(call: Call, uuid: string, at: number): Call {
  const legs = call.legs.map((leg) => {
    const bridges = leg.bridges.map((each) => (isOf(uuid, leg, each) && each.to === null ? { ...each, to: at } : each));
    return { ...leg, bridges, ...(leg.uuid === uuid && { endedAt: at, hungUpAt: at }) };
  });
  return { ...call, legs };
}

function isOf(uuid: string, leg: Leg, { otherLegUuid }: Bridge): boolean {
  return leg.uuid === uuid || otherLegUuid === uuid;
}

/** The legs that an event is about. */
function legsNamedBy(event: CallEvent): string[] {
  if ('leg' in event) return [event.leg.legUuid];
  return 'agentLegUuid' in event && event.agentLegUuid !== '' ? [event.agentLegUuid] : [];
}

/** The legs on whose behalf the event's own leg exists, nearest first. */
function legsActedFor(event: CallEvent): string[] {
  if (!('leg' in event)) return [event.memberLegUuid];
  const { memberLegUuid, originatorUuid } = event.leg;
  return [memberLegUuid, originatorUuid].filter((uuid): uuid is string => uuid !== null);
}

function agentLegs(call: Call): string[] {
  return call.visits.flatMap((visit) => visit.answer?.agentLegUuid ?? []);
}

function isOver(call: Call): boolean {
  const told = call.visits.every(
    (visit) =>
      visit.leftAt !== null &&
      visit.offers.every((offer) => offer.result !== null) &&
      (visit.answer === null || visit.answer.releasedAt !== null),
  );
  return told && callerIsGone(call) && call.legs.every((leg) => leg.endedAt !== null);
}

/** The caller has hung up, and nobody but agents of the queue may still be on a leg of this call. */
function callerIsGone(call: Call): boolean {
  const caller = callerLeg(call);
  if (caller === undefined || caller.endedAt === null) return false;
  return call.legs.every((leg) => leg.endedAt !== null || leg.role === 'agent');
}
