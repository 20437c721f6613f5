import { Injectable } from '@nestjs/common';
import { Redis } from '../../platform/redis/redis';
import type { LiveAgent, LiveCall, LiveChange } from './domain/live-view';

/** All tenants' changes, one after the other; each reader passes on only its own tenants'. */
export const LIVE_STREAM = 'live';

/** How many changes a client may have missed and still catch up without a new snapshot. */
const KEPT_CHANGES = 20_000;

/** The picture of the moment, in Redis: written by the switch process, read by every api process. */
@Injectable()
export class LiveStore {
  constructor(private readonly redis: Redis) {}

  /** Not awaited by the event path: commands of one connection keep their order, and a lost picture is rebuilt. */
  putCall(tenantId: string, call: LiveCall): void {
    const key = callsKey(tenantId);
    const write = this.redis.multi();
    if (call.state === 'ended') write.hdel(key, call.uuid);
    else write.hset(key, call.uuid, JSON.stringify(call));
    this.announce(write, tenantId, { type: 'call', call });
  }

  putAgent(tenantId: string, agent: LiveAgent): void {
    const write = this.redis.multi().hset(agentsKey(tenantId), agent.number, JSON.stringify(agent));
    this.announce(write, tenantId, { type: 'agent', agent });
  }

  /** Replaces everything that was known of a tenant's calls. */
  replaceCalls(tenantId: string, calls: LiveCall[]): void {
    const key = callsKey(tenantId);
    const write = this.redis.multi().del(key);
    for (const call of calls) write.hset(key, call.uuid, JSON.stringify(call));
    this.announce(write, tenantId, { type: 'reset' });
  }

  async calls(tenantId: string): Promise<LiveCall[]> {
    const rows = await this.redis.hvals(callsKey(tenantId));
    return rows.map((row) => JSON.parse(row) as LiveCall);
  }

  async agents(tenantId: string): Promise<LiveAgent[]> {
    const rows = await this.redis.hvals(agentsKey(tenantId));
    return rows.map((row) => JSON.parse(row) as LiveAgent);
  }

  /** Where the stream stands; a client that got a snapshot reads on from here. */
  async cursor(): Promise<string> {
    const [last] = await this.redis.xrevrange(LIVE_STREAM, '+', '-', 'COUNT', 1);
    return last?.[0] ?? '0-0';
  }

  private announce(write: ReturnType<Redis['multi']>, tenantId: string, change: LiveChange): void {
    write
      .xadd(LIVE_STREAM, 'MAXLEN', '~', KEPT_CHANGES, '*', 'tenant', tenantId, 'change', JSON.stringify(change))
      .exec()
      .catch(() => undefined);
  }
}

function callsKey(tenantId: string): string {
  return `live:${tenantId}:calls`;
}

function agentsKey(tenantId: string): string {
  return `live:${tenantId}:agents`;
}
