import { EslError } from './esl-error';
import type { EslEvent } from './esl-event';

interface Slot {
  resolve: (reply: EslEvent) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

/**
 * Pairs replies with commands: the switch answers one connection's commands in the order in which they were sent, so
 * the first reply belongs to the first command, whatever its content type. A command whose deadline has passed keeps
 * its place, so that its late reply is swallowed there instead of reaching the next command.
 */
export class ReplyQueue {
  private readonly slots: Slot[] = [];

  /**
   * `onStuck` is called when a reply is still owed `stuckMs` after its command's deadline: everything behind it would
   * wait for ever, so the connection is of no more use. At most `most` commands may wait.
   */
  constructor(
    private readonly onStuck: () => void,
    private readonly stuckMs: number,
    private readonly most = 1000,
  ) {}

  get isFull(): boolean {
    return this.slots.length >= this.most;
  }

  /** The reply to the command about to be sent; rejects with EslError after `deadlineMs`. */
  expect(what: string, deadlineMs: number): Promise<EslEvent> {
    return new Promise((resolve, reject) => {
      const slot: Slot = { resolve, reject, timer: setTimeout(() => this.expire(slot, what, deadlineMs), deadlineMs) };
      this.slots.push(slot);
    });
  }

  private expire(slot: Slot, what: string, deadlineMs: number): void {
    slot.timer = setTimeout(this.onStuck, this.stuckMs);
    slot.reject(new EslError('deadline', `${what}: no reply within ${deadlineMs} ms`));
  }

  /** Hands the reply to the command it belongs to; false where no command waits for one. */
  settle(reply: EslEvent): boolean {
    const slot = this.slots.shift();
    if (slot === undefined) return false;
    clearTimeout(slot.timer);
    slot.resolve(reply);
    return true;
  }

  rejectAll(error: Error): void {
    for (const slot of this.slots.splice(0)) {
      clearTimeout(slot.timer);
      slot.reject(error);
    }
  }
}
