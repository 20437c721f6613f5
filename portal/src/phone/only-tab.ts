import { createStore } from '../state/store';

/** `elsewhere`: another tab of this browser has it. */
export type Holding = 'none' | 'held' | 'elsewhere';

/** Of all tabs of a browser one is the phone: two would take each other's registration away, again and again. */
export class OnlyTab {
  readonly state = createStore<Holding>('none');
  private release: (() => void) | null = null;

  constructor(private readonly name: string) {}

  /** @param steal takes it away from the tab that has it */
  async take(steal = false): Promise<boolean> {
    if (this.state.get() === 'held') return true;
    const granted = await new Promise<boolean>((resolve) => {
      navigator.locks
        .request(this.name, steal ? { steal } : { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          if (lock === null) return undefined;
          return new Promise<void>((done) => (this.release = done));
        })
        // taken away
        .catch(() => this.state.set('elsewhere'));
    });
    this.state.set(granted ? 'held' : 'elsewhere');
    return granted;
  }

  give(): void {
    this.release?.();
    this.release = null;
    this.state.set('none');
  }
}
