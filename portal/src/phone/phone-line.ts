import type { AnswerOptions, RTCSession } from 'jssip/lib/RTCSession';
import { confirmReplayed, dialogOf, type KeptDialog } from './kept-dialog';

/** A call of this page's phone, as the screen shows it. */
export interface PhoneCall {
  id: string;
  direction: 'in' | 'out';
  /** The number or extension at the other end. */
  party: string;
  state: 'ringing' | 'calling' | 'talking' | 'held';
  muted: boolean;
  /** Milliseconds of the epoch; null before the answer. */
  answeredAt: number | null;
}

/** One call and what can be done with it. */
export class PhoneLine {
  readonly id: string;
  private answeredAt: number | null = null;

  constructor(
    private readonly session: RTCSession,
    private readonly play: (stream: MediaStream) => void,
    changed: () => void,
    /** What it was before the page was loaded anew. */
    private readonly kept: KeptDialog | null = null,
  ) {
    this.answeredAt = kept?.answeredAt ?? null;
    this.id = session.id;
    for (const event of ['progress', 'hold', 'unhold', 'muted', 'unmuted'] as const) session.on(event, () => changed());
    session.on('confirmed', () => {
      this.answeredAt ??= Date.now();
      changed();
    });
    if (session.connection) this.listen(session.connection);
    else session.on('peerconnection', ({ peerconnection }) => this.listen(peerconnection));
  }

  view(): PhoneCall {
    const { session } = this;
    return {
      id: this.id,
      direction: this.kept?.direction ?? (session.direction === 'incoming' ? 'in' : 'out'),
      party: session.remote_identity.uri.user ?? '',
      state: this.stateOf(),
      muted: Boolean(session.isMuted().audio),
      answeredAt: this.answeredAt,
    };
  }

  get connection(): RTCPeerConnection | undefined {
    return this.session.connection ?? undefined;
  }

  answer(options: AnswerOptions): void {
    if (!this.session.isEstablished()) this.session.answer(options);
  }

  /** For the page that comes after this one; null before the answer. */
  dialog(): KeptDialog | null {
    return dialogOf(this.session, this.answeredAt);
  }

  /** Goes on with a call that the page before this one had. */
  resume(options: AnswerOptions): void {
    const { session, kept } = this;
    if (!kept) return;
    session.on('accepted', () => {
      confirmReplayed(session, kept);
      this.refresh();
    });
    session.answer(options);
  }

  hangUp(): void {
    // one that rings is declined, and the queue looks for another agent
    if (!this.session.isEnded()) this.session.terminate();
  }

  setHeld(held: boolean): void {
    if (held) this.session.hold();
    else this.session.unhold();
  }

  setMuted(muted: boolean): void {
    if (muted) this.session.mute({ audio: true });
    else this.session.unmute({ audio: true });
  }

  /** @param tone one of 0–9, *, # */
  press(tone: string): void {
    this.session.sendDTMF(tone, { transportType: 'RFC2833' as never });
  }

  /** Offers anew: from where we are now, by the ways that work now. */
  refresh(): void {
    if (this.session.isEstablished()) this.session.renegotiate({ rtcOfferConstraints: { iceRestart: true } });
  }

  private stateOf(): PhoneCall['state'] {
    if (!this.session.isEstablished()) return this.session.direction === 'incoming' ? 'ringing' : 'calling';
    return this.session.isOnHold().local ? 'held' : 'talking';
  }

  private listen(connection: RTCPeerConnection): void {
    connection.addEventListener('track', ({ streams: [stream] }) => stream && this.play(stream));
  }
}
