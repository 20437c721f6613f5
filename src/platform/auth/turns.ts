import { AppError } from '../errors/app-error';

/** Lets so much work of a kind run at once, and so much wait for its turn; more is turned away. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws AppError `unavailable` where too much waits already */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.most) await this.wait();
    else this.running += 1;
    try {
      return await work();
    } finally {
      // whoever waits takes over the turn: nobody slips in between
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= this.mostWaiting) {
      throw new AppError('unavailable', 'Too much is asked at this moment: try again in a second.', [], 1);
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
