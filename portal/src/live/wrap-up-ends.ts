import type { LiveMessage } from './messages';

/** Nobody tells when the work after a call is over by itself: the page knows until when it lasts. */
export class WrapUpEnds {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly tell: (message: LiveMessage) => void) {}

  /** @param clockLead how far the server's clock is ahead of this machine's, in milliseconds */
  mind(message: LiveMessage, clockLead: number): void {
    if (message.type === 'wrap_up') this.expect(message.wrap_up.number, message.wrap_up.until, clockLead);
    if (message.type !== 'snapshot') return;
    this.forget();
    for (const { number, wrap_up_until: until } of message.floor.agents) this.expect(number, until, clockLead);
  }

  forget(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
  }

  private expect(number: string, until: string | null, clockLead: number): void {
    clearTimeout(this.timers.get(number));
    this.timers.delete(number);
    if (until === null) return;
    const end = () => {
      this.timers.delete(number);
      this.tell({ type: 'wrap_up', wrap_up: { number, until: null } });
    };
    this.timers.set(number, setTimeout(end, Math.max(0, Date.parse(until) - Date.now() - clockLead)));
  }
}
