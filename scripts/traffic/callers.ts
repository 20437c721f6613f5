import { setTimeout as sleep } from 'node:timers/promises';
import type { CallRequest, OngoingCall, Phones } from '../../freeswitch/phones/phones';
import { type Cast, seatAgents, setStatus } from '../start/cast';

/** Of a hundred callers so many hang up before anybody answers. */
const IMPATIENT = 15;
/** So many more callers than agents, so that some wait. */
const MORE_CALLERS = 2;
/** An agent who does this is away for a while. */
const BREAK = 'on_break';

/** Callers of one tenant who, when a call is over, call again; and its agents. */
export class Callers {
  private readonly ongoing = new Set<OngoingCall>();
  private readonly stopped = new AbortController();
  private loops: Promise<void>[] = [];
  placed = 0;

  constructor(
    private readonly cast: Cast,
    private readonly phones: Phones,
    /** Begins their numbers. */
    private readonly prefix: string,
  ) {}

  async start(): Promise<void> {
    await seatAgents(this.cast, this.phones, { kind: 'answer', afterMs: 2_500 });
    const [last] = this.cast.agents.slice(-1);
    if (last && this.cast.agents.length > MORE_CALLERS) await setStatus(this.cast, last, BREAK);
    const count = this.cast.agents.length + MORE_CALLERS;
    this.loops = Array.from({ length: count }, (_, caller) => this.callAgainAndAgain(`${this.prefix}${String(caller).padStart(3, '0')}`));
  }

  /** Everybody hangs up and goes. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await Promise.all([...this.ongoing].map((call) => call.hangup()));
    await Promise.all(this.loops);
    await Promise.all(this.cast.agents.map((agent) => setStatus(this.cast, agent, 'logged_out')));
  }

  private async callAgainAndAgain(from: string): Promise<void> {
    for (;;) {
      await this.pause(between(1_000, 12_000));
      if (this.stopped.signal.aborted) return;
      const call = this.phones.call({ from, to: this.cast.number, ...manner() });
      this.placed += 1;
      this.ongoing.add(call);
      // a phone that breaks is one caller less for the moment
      await call.ended.catch(() => undefined);
      this.ongoing.delete(call);
    }
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopped.signal }).catch(() => undefined);
  }
}

function manner(): Pick<CallRequest, 'hangupAfterMs' | 'hangupAfterAnswerMs'> {
  if (Math.random() * 100 < IMPATIENT) return { hangupAfterMs: between(6_000, 10_000) };
  return { hangupAfterAnswerMs: between(12_000, 45_000) };
}

function between(least: number, most: number): number {
  return Math.round(least + Math.random() * (most - least));
}
