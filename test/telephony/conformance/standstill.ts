/** What is heard a little late is no standstill. */
const NOTICED_MS = 50;
const BEAT_MS = 100;

/**
 * How long this process did not get to do anything: on a machine that others use too, every duration that it measures, or
 * has a phone keep, is longer or shorter by as much.
 */
export class Standstill {
  private readonly stops: { at: number; milliseconds: number }[] = [];
  private last = performance.now();
  private readonly timer = setInterval(() => this.beat(), BEAT_MS);

  /** Whole seconds since that instant of performance.now(). */
  secondsSince(began: number): number {
    this.beat();
    const lost = this.stops.filter(({ at }) => at >= began).reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    return Math.round(lost / 1000);
  }

  end(): void {
    clearInterval(this.timer);
  }

  private beat(): void {
    const now = performance.now();
    const late = now - this.last - BEAT_MS;
    if (late > NOTICED_MS) this.stops.push({ at: now, milliseconds: late });
    this.last = now;
  }
}
