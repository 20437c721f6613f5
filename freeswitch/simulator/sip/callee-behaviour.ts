import type { Channel } from '../channels/channel';
import { remoteAnswered, remoteHangup, remoteRefused, remoteRinging } from '../channels/remote-side';

/** What a called party does with a call: refuse it, let it ring, or answer and perhaps hang up. */
export interface CalleeBehaviour {
  readonly answer?: { readonly afterMs: number };
  /** Final SIP status to refuse with: 480, 486, 603 … */
  readonly reject?: number;
  readonly noAnswer?: boolean;
  /** Hangs up so long after it answered. */
  readonly hangupAfterMs?: number;
}

export const DEFAULT_BEHAVIOUR: CalleeBehaviour = { answer: { afterMs: 500 } };

const BYE_LIMIT_MS = 2 ** 31 - 1;

/** Plays the behaviour out on a leg that has just been sent an INVITE. */
export function behave(leg: Channel, behaviour: CalleeBehaviour): void {
  if (behaviour.reject !== undefined) {
    const status = behaviour.reject;
    setImmediate(() => remoteRefused(leg, status));
    return;
  }
  setImmediate(() => remoteRinging(leg));
  if (behaviour.noAnswer) return;
  const { afterMs } = behaviour.answer ?? DEFAULT_BEHAVIOUR.answer ?? { afterMs: 0 };
  later(afterMs, () => {
    remoteAnswered(leg);
    if (behaviour.hangupAfterMs !== undefined) later(behaviour.hangupAfterMs, () => remoteHangup(leg));
  });
}

/** Timers of calls must not keep a stopped simulator alive. */
function later(milliseconds: number, act: () => void): void {
  setTimeout(act, Math.min(milliseconds, BYE_LIMIT_MS)).unref();
}
