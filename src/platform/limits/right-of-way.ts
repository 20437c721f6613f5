/** Whoever lets others go first waits for so many milliseconds at the most. */
const LONGEST_MS = 25;

/** Requests whose tenant is not known yet. */
export const NEWCOMERS = '';

/**
 * Which tenants' requests are at work in this process: one thread does it all, so what is at work stands in the way of
 * whatever arrives. Requests over their tenant's rate let others pass, before they begin and again before each statement.
 */
export class RightOfWay {
  private readonly atWork = new Map<string, number>();
  private total = 0;
  /** Called each time a request ends. */
  private readonly ceding = new Set<() => void>();

  /** A request of that tenant begins. @returns what ends it, once */
  enter(tenantId: string): () => void {
    this.count(tenantId, 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.count(tenantId, -1);
      this.ceding.forEach((look) => look());
    };
  }

  /** Waits until nobody else's request is at work, or as long as one waits at the most. */
  async letPass(tenantId: string): Promise<void> {
    const isAlone = () => this.total === (this.atWork.get(tenantId) ?? 0);
    if (isAlone()) return;
    await new Promise<void>((resolve) => {
      const goOn = () => {
        clearTimeout(latest);
        this.ceding.delete(look);
        resolve();
      };
      const look = () => isAlone() && goOn();
      const latest = setTimeout(goOn, LONGEST_MS);
      this.ceding.add(look);
    });
  }

  private count(tenantId: string, by: 1 | -1): void {
    this.total += by;
    const now = (this.atWork.get(tenantId) ?? 0) + by;
    if (now === 0) this.atWork.delete(tenantId);
    else this.atWork.set(tenantId, now);
  }
}
