/**
 * One question to the database for everyone who asks it at the same time. Whoever asks while one is under way gets the
 * next one's answer, so that no answer is older than its asking.
 */
export class SharedQuestion<T> {
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<T> | null = null;

  constructor(private readonly ask: () => Promise<T>) {}

  answer(): Promise<T> {
    if (this.next) return this.next;
    const next = this.running.then(() => {
      this.next = null;
      return this.ask();
    });
    this.next = next;
    this.running = next.catch(() => undefined);
    return next;
  }
}
