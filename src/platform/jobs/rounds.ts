/** The same work again and again, one round at a time; what is under way ends before `stop` does. */
export class Rounds {
  stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | null = null;

  /** @param failed told of a round's error; the next round comes all the same */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** The first round begins at once. */
  start(everyMs: number): void {
    this.timer = setInterval(() => this.request(), everyMs);
    this.request();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.underWay;
  }

  private request(): void {
    this.underWay ??= this.work()
      .catch(this.failed)
      .finally(() => (this.underWay = null));
  }
}
