import { Injectable } from '@nestjs/common';
import { Redis } from '../../platform/redis/redis';
import type { LiveAgent, LiveCall, LiveChange, LiveWrapUp } from './domain/live-view';

/** All tenants' changes, one after the other; each reader passes on only its own tenants'. */
export const LIVE_STREAM = 'live';

/** How many changes a client may have missed and still catch up without a new snapshot. */
const KEPT_CHANGES = 20_000;

/** Longer than a call's record takes to the database. */
const ENDED_SECONDS = 600;

/** In place of a wrap-up that its agent has ended. */
const WAIVED = 'waived';

/** A queue's call, by the switch's name of it. */
export interface ServedCall {
  uuid: string;
  queue: string;
}

/** The picture of the moment, in Redis: written by the switch process, read by every api process. */
@Injectable()
export class LiveStore {
  constructor(private readonly redis: Redis) {}

  /** Not awaited by the event path: commands of one connection keep their order, and what is lost is put right. */
  putCall(tenantId: string, node: string, call: LiveCall): void {
    const [key, field] = [callsKey(tenantId), fieldOf(node, call.uuid)];
    const write = this.redis.multi();
    if (call.state === 'ended') write.hdel(key, field).set(endedKey(tenantId, call.uuid), JSON.stringify(call), 'EX', ENDED_SECONDS);
    else write.hset(key, field, JSON.stringify(call));
    const { uuid, queue, agent, state } = call;
    if (state === 'talking' && agent !== null && queue !== null) write.hset(servedKey(tenantId), agent, JSON.stringify({ uuid, queue }));
    this.announce(write, tenantId, { type: 'call', call });
  }

  putAgent(tenantId: string, agent: LiveAgent): void {
    const write = this.redis.multi().hset(agentsKey(tenantId), agent.number, JSON.stringify(agent));
    this.announce(write, tenantId, { type: 'agent', agent });
  }

  beginWrapUp(tenantId: string, wrapUp: LiveWrapUp): void {
    const { number, until } = wrapUp;
    const write = this.redis.multi().hset(wrapUpsKey(tenantId), number, JSON.stringify(wrapUp));
    this.announce(write, tenantId, { type: 'wrap_up', wrapUp: { number, until } });
  }

  /** The agent has ended it; the next call will find that it was so. */
  waiveWrapUp(tenantId: string, number: string): void {
    const write = this.redis.multi().hset(wrapUpsKey(tenantId), number, WAIVED);
    this.announce(write, tenantId, { type: 'wrap_up', wrapUp: { number, until: null } });
  }

  /** The next call ends it. @returns `waived` where the agent had done so before */
  async endWrapUp(tenantId: string, number: string): Promise<'none' | 'waived' | 'ended'> {
    const row = await this.redis.hget(wrapUpsKey(tenantId), number);
    if (row === null) return 'none';
    const write = this.redis.multi().hdel(wrapUpsKey(tenantId), number);
    this.announce(write, tenantId, { type: 'wrap_up', wrapUp: { number, until: null } });
    return row === WAIVED ? 'waived' : 'ended';
  }

  /** Those that were not waived; some of them may be over. */
  async wrapUps(tenantId: string): Promise<LiveWrapUp[]> {
    const rows = await this.redis.hvals(wrapUpsKey(tenantId));
    return rows.filter((row) => row !== WAIVED).map((row) => JSON.parse(row) as LiveWrapUp);
  }

  async wrapUp(tenantId: string, number: string): Promise<LiveWrapUp | null> {
    const row = await this.redis.hget(wrapUpsKey(tenantId), number);
    return row === null || row === WAIVED ? null : (JSON.parse(row) as LiveWrapUp);
  }

  /** Makes the node's part of the picture these calls; writes and announces only what differs. */
  async correctCalls(tenantId: string, node: string, calls: LiveCall[]): Promise<void> {
    const shown = await this.redis.hgetall(callsKey(tenantId));
    const open = new Set(calls.map(({ uuid }) => fieldOf(node, uuid)));
    for (const [field, row] of Object.entries(shown)) {
      if (!field.startsWith(fieldOf(node, '')) || open.has(field)) continue;
      this.putCall(tenantId, node, { ...(JSON.parse(row) as LiveCall), state: 'ended' });
    }
    for (const call of calls) {
      if (shown[fieldOf(node, call.uuid)] !== JSON.stringify(call)) this.putCall(tenantId, node, call);
    }
  }

  /** Puts right the states that differ; an agent keeps the time since which a state holds. */
  async correctAgents(tenantId: string, agents: LiveAgent[]): Promise<void> {
    const shown = new Map((await this.agents(tenantId)).map((agent) => [agent.number, agent.state]));
    for (const agent of agents) if (shown.get(agent.number) !== agent.state) this.putAgent(tenantId, agent);
  }

  /** As it was shown last; null when that was long ago. */
  async ended(tenantId: string, uuid: string): Promise<LiveCall | null> {
    const row = await this.redis.get(endedKey(tenantId, uuid));
    return row === null ? null : (JSON.parse(row) as LiveCall);
  }

  /** The queue's call that an agent talks on, or talked on last. */
  async lastServedBy(tenantId: string, number: string): Promise<ServedCall | null> {
    const row = await this.redis.hget(servedKey(tenantId), number);
    return row === null ? null : (JSON.parse(row) as ServedCall);
  }

  async calls(tenantId: string): Promise<LiveCall[]> {
    const rows = await this.redis.hvals(callsKey(tenantId));
    return rows.map((row) => JSON.parse(row) as LiveCall);
  }

  async callCounts(tenantIds: readonly string[]): Promise<number[]> {
    const asked = this.redis.pipeline();
    for (const tenantId of tenantIds) asked.hlen(callsKey(tenantId));
    return ((await asked.exec()) ?? []).map(([, count]) => Number(count ?? 0));
  }

  async agents(tenantId: string): Promise<LiveAgent[]> {
    const rows = await this.redis.hvals(agentsKey(tenantId));
    return rows.map((row) => JSON.parse(row) as LiveAgent);
  }

  async agent(tenantId: string, number: string): Promise<LiveAgent | null> {
    const row = await this.redis.hget(agentsKey(tenantId), number);
    return row === null ? null : (JSON.parse(row) as LiveAgent);
  }

  /** Where the stream stands; a client that got a snapshot reads on from here. */
  async cursor(): Promise<string> {
    const [last] = await this.redis.xrevrange(LIVE_STREAM, '+', '-', 'COUNT', 1);
    return last?.[0] ?? '0-0';
  }

  /** To whoever looks now, or resumes later. What the database keeps, a snapshot has from there. */
  async tell(tenantId: string, change: LiveChange): Promise<void> {
    await this.redis.xadd(
      LIVE_STREAM, 'MAXLEN', '~', KEPT_CHANGES, '*', 'tenant', tenantId, 'change', JSON.stringify(change),
    );
  }

  private announce(write: ReturnType<Redis['multi']>, tenantId: string, change: LiveChange): void {
    write
      .xadd(LIVE_STREAM, 'MAXLEN', '~', KEPT_CHANGES, '*', 'tenant', tenantId, 'change', JSON.stringify(change))
      .exec()
      .catch(() => undefined);
  }
}

function endedKey(tenantId: string, uuid: string): string {
  return `live:${tenantId}:ended:${uuid}`;
}

function callsKey(tenantId: string): string {
  return `live:${tenantId}:calls`;
}

/** A node's process knows of that node's calls only. */
function fieldOf(node: string, uuid: string): string {
  return `${node}/${uuid}`;
}

function wrapUpsKey(tenantId: string): string {
  return `live:${tenantId}:wrap-ups`;
}

function servedKey(tenantId: string): string {
  return `live:${tenantId}:served`;
}

function agentsKey(tenantId: string): string {
  return `live:${tenantId}:agents`;
}
