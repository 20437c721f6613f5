interface Sequenced {
  coreUuid: string;
  sequence: number;
}

/**
 * Puts events back into the order in which the core made them. The switch delivers through a pool of threads, so
 * neighbours swap; the window holds back the latest `size` events and lets the earliest of them go first. An event
 * that comes later than that is let through at once. A new core starts counting anew and is never mixed with the old.
 */
export class SequenceWindow<T extends Sequenced> {
  private held: T[] = [];

  constructor(private readonly size: number) {}

  /** The events that may go now, in order. */
  push(event: T): T[] {
    const first = this.held[0];
    const ready = first !== undefined && first.coreUuid !== event.coreUuid ? this.drain() : [];
    let at = this.held.length;
    while (at > 0 && (this.held[at - 1]?.sequence ?? 0) > event.sequence) at -= 1;
    this.held.splice(at, 0, event);
    if (this.held.length > this.size) ready.push(...this.held.splice(0, 1));
    return ready;
  }

  /** All that is held back, in order: at the end of a stream, or when nothing has come for a while. */
  drain(): T[] {
    return this.held.splice(0);
  }
}
