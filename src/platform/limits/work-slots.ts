import { RightOfWay } from './right-of-way';

interface Line {
  /** Slots that are taken, also by those who pause before they begin. */
  busy: number;
  waiting: (() => void)[];
  /** The instant, in milliseconds of the process, from which on the next one begins without a pause. */
  paceUntil: number;
}

/** A request's leave to be at work. */
export interface Slot {
  /** Whether its tenant is over its rate: then it had to wait, and lets others pass. */
  isOver: boolean;
  /** Harmless when it was given back before. */
  giveBack(): void;
}

/** So many of a tenant's requests begin at once, as a page asks them; further ones at its rate. */
const UNPACED = 20;

/**
 * How many requests of each tenant are at work at once in this process, and how fast they begin; further ones wait in
 * line. Slow requests of one tenant then hold a part of the database connections, and never all of them; and a thousand
 * quick ones that come together are spread out, so that others' need not stand behind them.
 */
export class WorkSlots {
  private readonly tenants = new Map<string, Line>();

  constructor(
    private readonly way: RightOfWay,
    private readonly atOnce: number,
    private readonly inLine: number,
  ) {}

  /**
   * Waits for a slot.
   * @param perSecond how fast the tenant's requests begin
   * @param gone resolves when whoever asked does not wait any more
   * @returns null when the line is full
   */
  async take(tenantId: string, perSecond: number, gone: Promise<void>): Promise<Slot | null> {
    const line = this.tenants.get(tenantId) ?? { busy: 0, waiting: [], paceUntil: 0 };
    this.tenants.set(tenantId, line);
    if (line.busy < this.atOnce) line.busy += 1;
    else if (line.waiting.length >= this.inLine) return null;
    else await this.turn(line.waiting, gone);
    const isOver = await paced(line, 1000 / perSecond);
    if (isOver) await this.way.letPass(tenantId);
    return { isOver, giveBack: this.giverBack(tenantId, line) };
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

  private giverBack(tenantId: string, line: Line): () => void {
    const leave = this.way.enter(tenantId);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      leave();
      const next = line.waiting.shift();
      if (next) return next();
      line.busy -= 1;
      if (line.busy === 0 && line.paceUntil <= performance.now()) this.tenants.delete(tenantId);
    };
  }
}

/**
 * The generic cell rate algorithm again, by waiting instead of refusing.
 * @returns whether it had to wait
 */
async function paced(line: Line, intervalMs: number): Promise<boolean> {
  const now = performance.now();
  line.paceUntil = Math.max(line.paceUntil, now) + intervalMs;
  const pause = line.paceUntil - now - UNPACED * intervalMs;
  if (pause <= 0) return false;
  await new Promise((resolve) => setTimeout(resolve, pause));
  return true;
}
