import type { Channel } from '../channels/channel';
import type { FarEnd } from '../channels/far-end';
import { remoteHangup } from '../channels/remote-side';

/** What a caller does besides waiting. */
export interface CallerPlan {
  readonly hangupAfterMs?: number;
  readonly hangupAfterAnswerMs?: number;
  /** Whether sound comes in from the answer on; left out, the line is silent. */
  readonly speaks?: boolean;
  readonly digits?: readonly { readonly afterMs: number; readonly digits: string }[];
}

/** A caller at the other end of the trunk, or a phone's outgoing call: what it does and what it sees. */
export class PlacedCall implements FarEnd {
  state: 'calling' | 'ringing' | 'answered' | 'ended' = 'calling';
  sipStatus: number | undefined;
  cause: string | undefined;
  readonly heard: string[] = [];
  channel: Channel | undefined;

  constructor(
    readonly callId: string,
    private readonly plan: CallerPlan,
  ) {
    if (plan.hangupAfterMs !== undefined) this.later(plan.hangupAfterMs, () => this.hangup());
  }

  invited(): void {
    throw new Error('a placed call is not called');
  }

  ringing(): void {
    if (this.state === 'calling') this.state = 'ringing';
  }

  answered(leg: Channel): void {
    this.state = 'answered';
    this.sipStatus = 200;
    const { hangupAfterAnswerMs, speaks = false, digits = [] } = this.plan;
    if (speaks) leg.marks.add('speaks');
    if (hangupAfterAnswerMs !== undefined) this.later(hangupAfterAnswerMs, () => this.hangup());
    for (const { afterMs, digits: keys } of digits) this.later(afterMs, () => leg.receiveDigits(keys));
  }

  hears(_leg: Channel, what: string): void {
    this.heard.push(what);
  }

  released(_leg: Channel, cause: string, sipStatus: number): void {
    this.state = 'ended';
    this.cause = cause;
    this.sipStatus = sipStatus;
  }

  /** Refused before a channel existed: no authentication, no room. */
  refused(sipStatus: number): void {
    this.state = 'ended';
    this.sipStatus = sipStatus;
  }

  hangup(): void {
    if (this.channel) remoteHangup(this.channel);
  }

  private later(milliseconds: number, act: () => void): void {
    setTimeout(act, milliseconds).unref();
  }
}
