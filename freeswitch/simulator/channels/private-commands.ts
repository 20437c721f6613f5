import type { PrivateCommand } from '../applications/park';
import type { Channel } from './channel';

const CAPACITY = 256;

/** Applications that `sendmsg` queued for a leg and that it has not come to yet. */
export class PrivateCommands {
  private readonly queues = new WeakMap<Channel, PrivateCommand[]>();

  /** @returns false when the queue is full: `-ERR memory error`. */
  add(channel: Channel, command: PrivateCommand): boolean {
    const queue = this.queues.get(channel) ?? [];
    if (queue.length >= CAPACITY) return false;
    queue.push(command);
    this.queues.set(channel, queue);
    channel.wake();
    return true;
  }

  take(channel: Channel): PrivateCommand | undefined {
    return this.queues.get(channel)?.shift();
  }

  waiting(channel: Channel): boolean {
    return (this.queues.get(channel)?.length ?? 0) > 0;
  }

  clear(channel: Channel): void {
    this.queues.delete(channel);
  }
}
