interface Line {
  /** Slots that are taken, also by those who pause before they begin. */
  busy: number;
  /** Requests that have begun. */
  atWork: number;
  waiting: (() => void)[];
  /** The instant, in milliseconds of the process, from which on the next one begins without a pause. */
  paceUntil: number;
}

/** So many of a tenant's requests begin at once, as a page asks them; further ones at its rate. */
const UNPACED = 20;
/** Whoever is over that lets others' requests finish before it begins, for so many milliseconds at the most. */
const CEDES_MS = 25;

/**
 * How many requests of each tenant are at work at once in this process, and how fast they begin; further ones wait in
 * line. Slow requests of one tenant then hold a part of the database connections, and never all of them; and a thousand
 * quick ones that come together are spread out, so that others' need not stand behind them.
 */
export class WorkSlots {
  private readonly tenants = new Map<string, Line>();
  private atWork = 0;
  /** Called each time a request ends. */
  private readonly ceding = new Set<() => void>();

  constructor(
    private readonly atOnce: number,
    private readonly inLine: number,
  ) {}

  /**
   * Waits for a slot.
   * @param perSecond how fast the tenant's requests begin
   * @param gone resolves when whoever asked does not wait any more
   * @returns what gives the slot back, once; null when the line is full
   */
  async take(tenantId: string, perSecond: number, gone: Promise<void>): Promise<(() => void) | null> {
    const line = this.tenants.get(tenantId) ?? { busy: 0, atWork: 0, waiting: [], paceUntil: 0 };
    this.tenants.set(tenantId, line);
    if (line.busy < this.atOnce) line.busy += 1;
    else if (line.waiting.length >= this.inLine) return null;
    else await this.turn(line.waiting, gone);
    const isOver = await paced(line, 1000 / perSecond);
    if (isOver) await this.cede(line);
    line.atWork += 1;
    this.atWork += 1;
    return this.giverBack(tenantId, line);
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

  /** Waits until no other tenant's request is at work, or as long as it cedes. */
  private async cede(line: Line): Promise<void> {
    const isAlone = () => this.atWork === line.atWork;
    if (isAlone()) return;
    await new Promise<void>((resolve) => {
      const begin = () => {
        clearTimeout(latest);
        this.ceding.delete(look);
        resolve();
      };
      const look = () => isAlone() && begin();
      const latest = setTimeout(begin, CEDES_MS);
      this.ceding.add(look);
    });
  }

  private giverBack(tenantId: string, line: Line): () => void {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      line.atWork -= 1;
      this.atWork -= 1;
      this.ceding.forEach((look) => look());
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
