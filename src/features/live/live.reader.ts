import { Injectable } from '@nestjs/common';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { isCallOf, isOnCall, isPlacedFrom, type SeatedAgent } from './domain/own-call';
import type { LiveAgent, LiveCall, LiveWrapUp } from './domain/live-view';
import { LiveStore, type ServedCall } from './live-store';

/** The narrow questions that other features may ask. */
@Injectable()
export class LiveReader {
  constructor(private readonly store: LiveStore) {}

  /** How many calls each of these tenants has at this moment, for the provider's picture over all of them. */
  callCounts(tenantIds: readonly string[]): Promise<number[]> {
    return this.store.callCounts(tenantIds);
  }

  /** A call of this tenant that goes on, by the switch's uuid; null for every other. */
  async call(uuid: string): Promise<LiveCall | null> {
    const calls = await this.store.calls(tenantContext.tenantId());
    return calls.find((call) => call.uuid === uuid) ?? null;
  }

  /** One that goes on, or was over less than ten minutes ago: its record is on its way to the database. */
  async callOfLate(uuid: string): Promise<LiveCall | null> {
    return (await this.call(uuid)) ?? this.store.ended(tenantContext.tenantId(), uuid);
  }

  /** The call that an agent talks on, else the one that his phone rings for. @param uuid that one, where it is his */
  async ofAgent(agent: SeatedAgent, uuid?: string): Promise<LiveCall | null> {
    const calls = await this.store.calls(tenantContext.tenantId());
    const own = calls.filter((call) => isCallOf(agent, call) && (uuid === undefined || call.uuid === uuid));
    return own.find((call) => isOnCall(agent.extension, call)) ?? own[0] ?? null;
  }

  /** The work after a call that an agent does, or did last; null where he has ended it. */
  wrapUpOf(number: string): Promise<LiveWrapUp | null> {
    return this.store.wrapUp(tenantContext.tenantId(), number);
  }

  /** The queue's call that an agent talks on, or talked on last: the one that a wrap-up is the work after. */
  lastServedBy(number: string): Promise<ServedCall | null> {
    return this.store.lastServedBy(tenantContext.tenantId(), number);
  }

  /** The picture of the moment: calls, agents as the switch has them, and the wrap-ups of which some may be over. */
  async picture(): Promise<{ calls: LiveCall[]; agents: LiveAgent[]; wrapUps: LiveWrapUp[] }> {
    const tenantId = tenantContext.tenantId();
    const [calls, agents, wrapUps] = await Promise.all([this.store.calls(tenantId), this.store.agents(tenantId), this.store.wrapUps(tenantId)]);
    return { calls, agents, wrapUps };
  }

  /** The calls that go on which a seat's phone has placed, or had placed for it. */
  async placedFrom(extension: string): Promise<LiveCall[]> {
    const calls = await this.store.calls(tenantContext.tenantId());
    return calls.filter((call) => isPlacedFrom(extension, call));
  }

  /** How many callers wait in each queue in which somebody does. */
  async waitingByQueue(): Promise<Map<string, number>> {
    const waiting = new Map<string, number>();
    for (const { queue, waitingSince } of await this.store.calls(tenantContext.tenantId())) {
      if (queue !== null && waitingSince !== null) waiting.set(queue, (waiting.get(queue) ?? 0) + 1);
    }
    return waiting;
  }
}
