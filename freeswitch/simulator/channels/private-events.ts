import type { Channel } from './channel';

type Headers = ReadonlyMap<string, string>;

/** Events that `sendevent` addressed to a leg. */
export class PrivateEvents {
  private readonly queues = new WeakMap<Channel, Headers[]>();

  add(channel: Channel, headers: Headers): void {
    this.queues.set(channel, [...(this.queues.get(channel) ?? []), headers]);
    channel.wake();
  }

  take(channel: Channel): Headers | undefined {
    return this.queues.get(channel)?.shift();
  }

  waiting(channel: Channel): boolean {
    return (this.queues.get(channel)?.length ?? 0) > 0;
  }
}
