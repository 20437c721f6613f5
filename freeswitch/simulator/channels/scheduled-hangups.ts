import { parseCause } from '../sip/causes';
import type { Channel } from './channel';

/** What `sched_hangup` has set, by the channel. A timer of a channel that is gone does nothing. */
export class ScheduledHangups {
  private readonly timers = new Map<string, NodeJS.Timeout[]>();

  /** @param when `+5`: in 5 s; without the plus a second of the epoch */
  add(channel: Channel, when: string, cause = 'ALLOTTED_TIMEOUT'): void {
    const seconds = Number.parseInt(when, 10) || 0;
    const delayMs = when.startsWith('+') ? seconds * 1000 : seconds * 1000 - Date.now();
    const timer = setTimeout(() => channel.hangup(parseCause(cause)), Math.max(0, delayMs));
    timer.unref();
    this.timers.set(channel.uuid, [...(this.timers.get(channel.uuid) ?? []), timer]);
  }

  /** @returns how many there were */
  forget(uuid: string): number {
    const timers = this.timers.get(uuid) ?? [];
    timers.forEach(clearTimeout);
    this.timers.delete(uuid);
    return timers.length;
  }
}
