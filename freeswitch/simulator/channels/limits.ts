import type { Channel } from './channel';

/** mod_hash's `limit` backend: how many channels use each resource, forgotten on restart. */
export class Limits {
  private readonly usage = new Map<string, number>();
  private readonly rates = new Map<string, { since: number; count: number }>();
  private readonly heldBy = new WeakMap<Channel, Set<string>>();

  /** Counts the channel in once per resource. @param max no bound below 0 @returns false when it would exceed max */
  take(channel: Channel, realm: string, id: string, max: number): boolean {
    const key = `${realm}_${id}`;
    const held = this.heldBy.get(channel) ?? new Set<string>();
    const counted = held.has(key);
    const used = this.used(realm, id) + (counted ? 0 : 1);
    if (max >= 0 && used > max) return false;
    held.add(key);
    this.heldBy.set(channel, held);
    this.usage.set(key, used);
    channel.set('limit_realm', realm);
    channel.set('limit_id', id);
    channel.set('limit_max', max);
    channel.set('limit_usage', used);
    channel.set(`limit_usage_${realm}_${id}`, used);
    return true;
  }

  /** Counts one of at most `max` in `seconds`; an interval begins with the first one after the last was over. */
  pace(realm: string, id: string, max: number, seconds: number): boolean {
    const key = `${realm}_${id}`;
    const now = Math.floor(Date.now() / 1000);
    const rate = this.rates.get(key);
    if (!rate || rate.since <= now - seconds) {
      this.rates.set(key, { since: now, count: 1 });
      return true;
    }
    rate.count += 1;
    return max < 0 || rate.count <= max;
  }

  used(realm: string, id: string): number {
    return this.usage.get(`${realm}_${id}`) ?? 0;
  }

  release(channel: Channel): void {
    for (const key of this.heldBy.get(channel) ?? []) {
      const left = (this.usage.get(key) ?? 1) - 1;
      if (left > 0) this.usage.set(key, left);
      else this.usage.delete(key);
    }
    this.heldBy.delete(channel);
  }
}
