import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CallRequest,
  type CallResult,
  type DialRequest,
  type OngoingCall,
  type PhoneBehaviour,
  type Phones,
  type Registration,
} from './phones';

const POLL_MS = 25;

/** A call as the simulator's control port shows it. */
interface CallView {
  state: 'calling' | 'ringing' | 'answered' | 'ended';
  sipStatus?: number;
}

/** A behaviour in the control port's own words. It refuses at once, whatever `afterMs` says. */
export function behaviourFields(behaviour: PhoneBehaviour): Record<string, unknown> {
  switch (behaviour.kind) {
    case 'answer':
      return { answer: { afterMs: behaviour.afterMs }, hangupAfterMs: behaviour.hangupAfterMs };
    case 'reject':
      return { reject: behaviour.status };
    case 'no-answer':
      return { noAnswer: true };
  }
}

/** Phones and a trunk of the simulator, told what to do over its HTTP control port. */
export class SimulatedPhones implements Phones {
  private readonly calls = new Set<OngoingCall>();

  /** @param controlUrl such as http://127.0.0.1:8099 */
  constructor(private readonly controlUrl: string) {}

  async register({ behaviour, ...account }: Registration): Promise<number> {
    const fields = { ...account, ...(behaviour && behaviourFields(behaviour)) };
    const { status } = await this.ask<{ status: number }>('POST', '/phones', fields);
    return status;
  }

  call(request: CallRequest): OngoingCall {
    return this.place('/calls', request);
  }

  dial({ account, ...request }: DialRequest): OngoingCall {
    const { user, domain, password, authRealm, toHost } = account;
    return this.place(`/phones/${user}@${domain}/calls`, { ...request, password, authRealm, toHost });
  }

  byHand(): Promise<never> {
    return Promise.reject(new Error('the simulator has no SIP'));
  }

  /** What every number beyond the trunk does when it is called. */
  async setOutside(behaviour: PhoneBehaviour): Promise<void> {
    await this.ask('POST', '/outside', { prefix: '', ...behaviourFields(behaviour) });
  }

  private place(path: string, request: object): OngoingCall {
    const startedAt = performance.now();
    const placed = this.ask<{ callId: string }>('POST', path, request);
    const call: OngoingCall = {
      ended: this.follow(placed, startedAt),
      hangup: async () => {
        const { callId } = await placed;
        await this.ask('POST', `/calls/${callId}/hangup`, {});
      },
    };
    this.calls.add(call);
    void call.ended.then(
      () => this.calls.delete(call),
      () => this.calls.delete(call),
    );
    return call;
  }

  async stop(): Promise<void> {
    const calls = [...this.calls];
    await Promise.allSettled(calls.map((call) => call.hangup()));
    await Promise.allSettled(calls.map((call) => call.ended));
  }

  private async follow(placed: Promise<{ callId: string }>, startedAt: number): Promise<CallResult> {
    const { callId } = await placed;
    for (;;) {
      const { state, sipStatus = 500 } = await this.ask<CallView>('GET', `/calls/${callId}`);
      if (state === 'ended') {
        // The simulator keeps 200 as the status of a call that was answered, however it ended.
        const durationMs = Math.round(performance.now() - startedAt);
        return { status: sipStatus, answered: sipStatus === 200, durationMs };
      }
      await sleep(POLL_MS);
    }
  }

  private async ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.controlUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: the simulator answered ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
