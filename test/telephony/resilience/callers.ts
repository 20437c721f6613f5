import { setTimeout as sleep } from 'node:timers/promises';
import type { CallRequest, OngoingCall, Phones } from '../../../freeswitch/phones/phones';
import { NUMBERS, TENANTS, type TenantName } from './tenant-yaml';

/** What a caller means to do; `patient` ones never hang up by themselves. */
export type Intent = 'talks' | 'patient' | 'gives-up-waiting' | 'gives-up-in-greeting' | 'in-a-menu' | 'long-talk' | 'long-wait';

export interface PlacedCall {
  tenant: TenantName;
  intent: Intent;
  from: string;
}

/** Twice what the longest call takes. */
const PATIENCE_MS = 90_000;

const CAST: [Intent, number][] = [
  ['talks', 19],
  ['patient', 5],
  ['gives-up-waiting', 3],
  ['gives-up-in-greeting', 1],
  ['in-a-menu', 2],
  ['long-talk', 1],
  ['long-wait', 1],
];

/**
 * Sixty-four callers, of whom at least fifty are on the line at most times: whoever has hung up is followed by the next of
 * that intent, until the house is closed.
 */
export class Callers {
  readonly placed: PlacedCall[] = [];
  private readonly ongoing = new Map<PlacedCall, OngoingCall>();
  private open = true;
  private loops: Promise<void>[] = [];

  constructor(
    private readonly phones: Phones,
    /** Begins every calling number of this round. */
    private readonly prefix: string,
  ) {}

  start(): void {
    for (const tenant of TENANTS) {
      for (const [intent, count] of CAST) {
        for (let caller = 0; caller < count; caller += 1) this.loops.push(this.keepCalling(tenant, intent, caller));
      }
    }
  }

  get running(): number {
    return this.ongoing.size;
  }

  of(intent: Intent): PlacedCall[] {
    return this.placed.filter((call) => call.intent === intent);
  }

  /** Those of the intent who are on the line now. */
  present(intent: Intent): PlacedCall[] {
    return [...this.ongoing.keys()].filter((call) => call.intent === intent);
  }

  /** Nobody calls any more; those who would stay for ever hang up. Resolves when the last call is over. @throws Error naming the forgotten */
  async close(): Promise<void> {
    this.open = false;
    for (const [{ intent }, call] of this.ongoing) if (intent.startsWith('long-')) await call.hangup();
    const gone = Promise.all(this.loops).then(() => true);
    if (!(await Promise.race([gone, sleep(PATIENCE_MS, false, { ref: false })]))) {
      throw new Error(`forgotten callers: ${JSON.stringify([...this.ongoing.keys()])}`);
    }
  }

  /** The switch is about to end: nobody calls again, and what becomes of the calls under way is of no interest. */
  abandon(): void {
    this.open = false;
  }

  private async keepCalling(tenant: TenantName, intent: Intent, caller: number): Promise<void> {
    await sleep(caller * 150);
    while (this.open) {
      const from = `${this.prefix}${String(this.placed.length).padStart(5, '0')}`;
      const placed: PlacedCall = { tenant, intent, from };
      this.placed.push(placed);
      const call = this.phones.call(requestOf(tenant, intent, caller, from));
      this.ongoing.set(placed, call);
      // a phone may break, as all of the simulator's do when it ends; what became of the call the switch tells
      await call.ended.catch(() => undefined);
      this.ongoing.delete(placed);
      // a refused call ends at once, and nobody dials again within a second
      if (this.open) await sleep(1000);
    }
  }
}

function requestOf(tenant: TenantName, intent: Intent, caller: number, from: string): CallRequest {
  const { care, desk, line, empty, menu } = NUMBERS[tenant];
  switch (intent) {
    case 'talks':
      return { from, to: care, hangupAfterAnswerMs: 5500 + (caller % 5) * 1000 };
    case 'patient':
      return { from, to: desk };
    case 'gives-up-waiting':
      return { from, to: desk, hangupAfterMs: 7000 };
    case 'gives-up-in-greeting':
      return { from, to: care, hangupAfterMs: 1500 };
    case 'in-a-menu':
      // the way through the menu takes some ten seconds, and then an agent answers, whoever has died meanwhile and
      // however long a busy machine takes to have him back
      return { from, to: menu, hangupAfterAnswerMs: 40_000 + (caller % 2) * 1000 };
    case 'long-talk':
      return { from, to: line };
    case 'long-wait':
      return { from, to: empty };
  }
}
