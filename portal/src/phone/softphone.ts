import type { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { RTCSessionEvent, UnRegisteredEvent } from 'jssip/lib/UA';
import type { Schemas } from '../api/types';
import { createStore } from '../state/store';
import { keepDialogs, type KeptDialog, replayInvite, takeKeptDialogs } from './kept-dialog';
import { type PhoneCall, PhoneLine } from './phone-line';

export type PhoneAccess = Schemas['PhoneDto'];

export type PhoneState =
  | { status: 'off' | 'connecting' | 'ready' }
  /** The switch said no: another phone's secret, a suspended seat, a session that is over. */
  | { status: 'refused'; reason: string };

/** Short: a page that is gone is not rung for long. */
const REGISTERED_S = 120;
/** The least and the most seconds between two attempts to reach the switch again. */
const RECOVERY = { min: 1, max: 8 };

/** A SIP phone in this page: registered at one seat, two calls at once at the most (one held, one to ask a colleague). */
export class Softphone {
  readonly state = createStore<PhoneState>({ status: 'off' });
  readonly calls = createStore<readonly PhoneCall[]>([]);
  private readonly lines = new Map<string, PhoneLine>();
  /** Where it is registered. */
  extension = '';
  private ua: UA | null = null;
  private address = '';
  private header = '';
  private expectedUntil = 0;
  private iceServers: RTCIceServer[] = [];

  /** The call that is being led back to where it was. */
  private resumed: KeptDialog | null = null;

  constructor(private readonly devices: { microphone(): Promise<MediaStream>; play(stream: MediaStream): void }) {
    addEventListener('pagehide', () => keepDialogs([...this.lines.values()].flatMap((line) => line.dialog() ?? [])));
  }

  /** What speaks SIP is a fifth of the page's weight: it is loaded by whoever makes the page a phone. */
  async start(access: PhoneAccess): Promise<void> {
    this.stop();
    this.state.set({ status: 'connecting' });
    const { UA: UserAgent, WebSocketInterface } = await import('jssip');
    this.extension = access.sip_user;
    this.address = `sip:${access.sip_user}@${access.sip_domain}`;
    this.header = `X-Seatline-Phone: ${access.id}`;
    this.iceServers = access.ice_servers.map((urls) => ({ urls }));
    const ua = new UserAgent({
      sockets: [new WebSocketInterface(access.websocket_url)],
      uri: this.address,
      password: access.secret,
      register_expires: REGISTERED_S,
      connection_recovery_min_interval: RECOVERY.min,
      connection_recovery_max_interval: RECOVERY.max,
      session_timers: false,
      user_agent: 'Seatline',
    });
    ua.registrator().setExtraHeaders([this.header]);
    ua.on('connected', () => void this.resume(ua, takeKeptDialogs()));
    ua.on('connecting', () => this.state.set({ status: 'connecting' }));
    ua.on('disconnected', () => this.ua === ua && this.state.set({ status: 'connecting' }));
    ua.on('registered', () => {
      this.state.set({ status: 'ready' });
      // the switch must learn by which socket it reaches us now
      this.lines.forEach((line) => line.refresh());
    });
    ua.on('registrationFailed', ({ response, cause }: UnRegisteredEvent) => {
      if (response) this.state.set({ status: 'refused', reason: String(response.reason_phrase ?? cause) });
    });
    ua.on('newRTCSession', ({ session }: RTCSessionEvent) => this.take(session));
    this.ua = ua;
    ua.start();
  }

  stop(): void {
    const { ua } = this;
    this.ua = null;
    ua?.stop();
    this.state.set({ status: 'off' });
  }

  async call(number: string): Promise<void> {
    if (!this.ua) throw new Error('the phone is off');
    const mediaStream = await this.devices.microphone();
    this.ua.call(number, { extraHeaders: [this.header], mediaStream, pcConfig: this.pcConfig(), mediaConstraints: AUDIO });
  }

  async answer(id: string): Promise<void> {
    const mediaStream = await this.devices.microphone();
    this.lines.get(id)?.answer({ mediaStream, pcConfig: this.pcConfig(), mediaConstraints: AUDIO });
  }

  /** Before another is called. */
  holdAll(): void {
    for (const line of this.lines.values()) if (line.view().state === 'talking') line.setHeld(true);
  }

  /** Answers the next call that comes soon by itself: whoever asked for it is at the phone. */
  expectCall(): void {
    this.expectedUntil = Date.now() + EXPECTED_MS;
  }

  /** What the page before this one had goes on. */
  private async resume(ua: UA, dialogs: KeptDialog[]): Promise<void> {
    if (dialogs.length === 0) return;
    const mediaStream = await this.devices.microphone();
    for (const dialog of dialogs) {
      this.resumed = dialog;
      await replayInvite(ua, this.address, dialog);
      this.resumed = null;
      const line = [...this.lines.values()].at(-1);
      line?.resume({ mediaStream, pcConfig: this.pcConfig(), mediaConstraints: AUDIO });
    }
  }

  line(id: string): PhoneLine | undefined {
    return this.lines.get(id);
  }

  private pcConfig(): RTCConfiguration {
    return { iceServers: this.iceServers };
  }

  /** One that rings while two are on is told that we are busy; queues take it for just that. */
  private take(session: RTCSession): void {
    if (this.lines.size >= MOST_CALLS) return void session.terminate({ status_code: BUSY_HERE });
    const line = new PhoneLine(session, (stream) => this.devices.play(stream), () => this.show(), this.resumed);
    this.lines.set(line.id, line);
    session.on('ended', () => this.drop(line));
    session.on('failed', () => this.drop(line));
    this.show();
    if (line.view().direction === 'in' && Date.now() < this.expectedUntil) {
      this.expectedUntil = 0;
      void this.answer(line.id);
    }
  }

  private drop(line: PhoneLine): void {
    this.lines.delete(line.id);
    this.show();
  }

  private show(): void {
    this.calls.set([...this.lines.values()].map((line) => line.view()));
  }
}

const AUDIO = { audio: true, video: false };
const MOST_CALLS = 2;
const EXPECTED_MS = 20_000;
const BUSY_HERE = 486;
