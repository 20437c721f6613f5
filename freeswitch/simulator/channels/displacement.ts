import type { Header } from '../core/switch-event';
import type { Channel } from './channel';
import { mediaDuration } from './media-duration';

/** What a leg hears in place of what is played to it, until it is told to end. */
export class Displacement {
  private stopped = false;

  constructor(
    private readonly channel: Channel,
    private readonly path: string,
  ) {}

  /** Resolves when the file is over, it was stopped, or the leg is gone. */
  async play(): Promise<void> {
    const bug: Header[] = [['Media-Bug-Function', 'displace'], ['Media-Bug-Target', this.path]];
    this.channel.emit('MEDIA_BUG_START', { before: bug });
    this.channel.far.hears(this.channel, this.path);
    await this.channel.waitUntil(() => this.stopped || !this.channel.up, mediaDuration(this.path));
    this.channel.emit('MEDIA_BUG_STOP', { before: bug });
  }

  stop(): void {
    this.stopped = true;
    this.channel.wake();
  }
}
