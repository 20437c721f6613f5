/**
 * How many requests of each tenant are at work at once in this process; further ones wait in line. Slow requests of one
 * tenant then hold a part of the database connections, and never all of them.
 */
export class WorkSlots {
  private readonly tenants = new Map<string, { busy: number; waiting: (() => void)[] }>();

  constructor(
    private readonly atOnce: number,
    private readonly inLine: number,
  ) {}

  /**
   * Waits for a slot.
   * @param gone resolves when whoever asked does not wait any more
   * @returns what gives the slot back, once; null when the line is full
   */
  async take(tenantId: string, gone: Promise<void>): Promise<(() => void) | null> {
    const line = this.tenants.get(tenantId) ?? { busy: 0, waiting: [] };
    this.tenants.set(tenantId, line);
    if (line.busy < this.atOnce) line.busy += 1;
    else if (line.waiting.length >= this.inLine) return null;
    else await this.turn(line.waiting, gone);
    return this.giverBack(tenantId);
  }

  /** The slot passes from hand to hand, so `busy` stays as it is; who has gone gives it on when his turn comes. */
  private turn(waiting: (() => void)[], gone: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      waiting.push(resolve);
      void gone.then(() => {
        const place = waiting.indexOf(resolve);
        if (place >= 0) waiting.splice(place, 1);
      });
    });
  }

  private giverBack(tenantId: string): () => void {
    let given = false;
    return () => {
      const line = this.tenants.get(tenantId);
      if (given || !line) return;
      given = true;
      const next = line.waiting.shift();
      if (next) return next();
      line.busy -= 1;
      if (line.busy === 0) this.tenants.delete(tenantId);
    };
  }
}
