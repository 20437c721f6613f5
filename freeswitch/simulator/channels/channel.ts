import { nowMicros } from '../core/clock';
import type { EventBus } from '../core/event-bus';
import type { Header, SwitchEvent } from '../core/switch-event';
import { Recording } from '../media/recording';
import type { Cause } from '../sip/causes';
import { nextProfile, profileField, type CallerProfile } from './caller-profile';
import { channelHeaders } from './channel-headers';
import { STATE_NUMBERS, type CallState, type ChannelState } from './channel-state';
import { Displacement } from './displacement';
import type { Extension } from './extension';
import type { FarEnd } from './far-end';

export interface AppLogEntry {
  readonly name: string;
  readonly data: string;
  readonly stamp: number;
}

export interface EmitOptions {
  before?: readonly Header[];
  after?: readonly Header[];
  /** Some events carry no `variable_…` headers. */
  variables?: boolean;
  subclass?: string;
  origin?: string;
}

/** The events from which switch_core_sqldb takes a leg's application for its list; holding names none. */
const SHOWING = new Set(['CHANNEL_EXECUTE', 'CHANNEL_HOLD', 'CHANNEL_UNHOLD']);

const valueOf = (headers: readonly Header[], name: string): string => headers.find(([each]) => each === name)?.[1] ?? '';

/**
 * One leg of a call: its variables, profiles and state. What the leg does in a state is its session's business; here
 * states are asked for, and everything that waits on the leg is woken when anything about it changes.
 */
export class Channel {
  readonly uuid: string;
  readonly variables = new Map<string, string>();
  readonly pastProfiles: CallerProfile[] = [];
  readonly appLog: AppLogEntry[] = [];
  readonly digits: string[] = [];
  readonly digitLog: string[] = [];
  /** Small marks that modules put on a channel, such as mod_callcenter's "agent connecting". */
  readonly marks = new Set<string>();
  /** By their files. */
  readonly recordings = new Map<string, Recording>();
  /** By their files. */
  readonly displacements = new Map<string, Displacement>();
  runningState: ChannelState = 'CS_NEW';
  state: ChannelState = 'CS_NEW';
  callState: CallState = 'DOWN';
  cause: Cause | undefined;
  lastCause: Cause | undefined;
  answered = false;
  ringReady = false;
  held = false;
  /** The leg it is bridged with at this moment, or about to be by uuid_bridge. */
  partner: Channel | undefined;
  bridgeRequest: Channel | undefined;
  bridged = false;
  ended = false;
  /** What `show channels` tells of it. */
  shown = { application: '', data: '' };
  private requests = 0;
  private handled = 0;
  private broken = false;
  private holds = 0;
  private readonly wakers = new Set<() => void>();

  constructor(
    private readonly bus: EventBus,
    readonly sessionId: number,
    public profile: CallerProfile,
    public far: FarEnd,
  ) {
    this.uuid = profile.uuid;
  }

  get direction(): 'inbound' | 'outbound' {
    return this.profile.direction;
  }

  get name(): string {
    return this.profile.channelName;
  }

  get up(): boolean {
    return this.cause === undefined;
  }

  /** Up, and not told to go elsewhere: an application may carry on (switch_channel_ready). */
  get ready(): boolean {
    return this.up && this.requests === this.handled;
  }

  get answerState(): string {
    if (this.cause) return 'hangup';
    if (this.answered) return 'answered';
    return 'ringing';
  }

  get extension(): Extension | undefined {
    return this.profile.extension;
  }

  // --- variables

  /** A channel variable, else a field of the caller profile. */
  get(name: string): string | undefined {
    return this.variables.get(name) ?? profileField(this.profile, name);
  }

  /** Sets a variable; undefined or empty removes it, as the switch does. */
  set(name: string, value: string | number | undefined): void {
    if (value === undefined || value === '') this.variables.delete(name);
    else this.variables.set(name, String(value));
  }

  setAll(values: Iterable<readonly [string, string]>): void {
    for (const [name, value] of values) this.set(name, value);
  }

  isTrue(name: string): boolean {
    return /^(true|yes|on|enable|enabled|active|allow|1)$/i.test(this.get(name) ?? '');
  }

  // --- recording

  /** A file that is being recorded already goes on. */
  record(path: string): void {
    if (!this.recordings.has(path)) this.recordings.set(path, new Recording(path));
  }

  // --- what is heard in place of something else

  /** @returns false where that file is being played so already. */
  displace(path: string): boolean {
    if (this.displacements.has(path)) return false;
    const displacement = new Displacement(this, path);
    this.displacements.set(path, displacement);
    void displacement.play().finally(() => this.displacements.delete(path));
    return true;
  }

  // --- waiting

  wake(): void {
    const wakers = [...this.wakers];
    this.wakers.clear();
    for (const waker of wakers) waker();
  }

  /** Waits until the condition holds, looking again whenever something about the channel changes.
   * @returns false when the time ran out first. */
  async waitUntil(condition: () => boolean, milliseconds = Number.POSITIVE_INFINITY): Promise<boolean> {
    const deadline = Date.now() + milliseconds;
    while (!condition()) {
      const left = deadline - Date.now();
      if (left <= 0) return false;
      await this.nextChange(left);
    }
    return true;
  }

  private nextChange(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = Number.isFinite(milliseconds) ? setTimeout(() => done(), milliseconds) : undefined;
      const done = (): void => {
        clearTimeout(timer);
        this.wakers.delete(done);
        resolve();
      };
      this.wakers.add(done);
    });
  }

  /** Ends whatever is being played (CF_BREAK). */
  breakPlayback(): void {
    this.broken = true;
    this.wake();
  }

  takeBreak(): boolean {
    const broken = this.broken;
    this.broken = false;
    return broken;
  }

  get breakPending(): boolean {
    return this.broken;
  }

  /** Keeps the channel from being destroyed while somebody still reports on it; returns the release. */
  hold(): () => void {
    this.holds++;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.holds--;
      this.wake();
    };
  }

  get isHeldOpen(): boolean {
    return this.holds > 0;
  }

  // --- states

  setState(state: ChannelState): void {
    if (!this.up) return;
    this.state = state;
    this.requests++;
    this.wake();
  }

  /** The session takes up the state that was asked for. */
  enterState(): ChannelState {
    this.handled = this.requests;
    return this.run(this.state);
  }

  run(state: ChannelState): ChannelState {
    this.runningState = state;
    this.emit('CHANNEL_STATE', { variables: false });
    return state;
  }

  get stateNumber(): number {
    return STATE_NUMBERS[this.state];
  }

  setCallState(callState: CallState): void {
    if (this.callState === callState) return;
    this.callState = callState;
    this.emit('CHANNEL_CALLSTATE', { variables: false });
  }

  /** Begins the next caller profile; the present one becomes history. */
  startProfile(changes: Partial<CallerProfile>): void {
    this.pastProfiles.unshift(this.profile);
    this.profile = nextProfile(this.profile, changes);
  }

  /** Hangs up; the first cause stands. */
  hangup(cause: Cause): void {
    if (!this.up) return;
    this.cause = cause;
    this.profile.times.hangup = nowMicros();
    this.state = 'CS_HANGUP';
    this.emit('CHANNEL_HANGUP');
    this.wake();
  }

  // --- the SIP side

  /** The switch answers an inbound leg; on an answered one nothing happens. */
  answer(): void {
    if (!this.up || this.answered || this.direction === 'outbound') return;
    this.markAnswered();
    this.far.answered(this);
  }

  ringReadyToCaller(): void {
    if (!this.up || this.answered || this.ringReady) return;
    this.ringReady = true;
    this.profile.times.progress = nowMicros();
    this.emit('CHANNEL_PROGRESS');
    this.setCallState('RINGING');
    this.far.ringing(this);
  }

  receiveDigits(digits: string): void {
    this.digits.push(...digits);
    this.wake();
  }

  /** The next digit, with its DTMF event: the switch reports a digit when something reads it. */
  takeDigit(): string | undefined {
    const digit = this.digits.shift();
    if (digit === undefined) return undefined;
    // told to be silent about it, the switch reads it and says nothing
    if (this.isTrue('sensitive_dtmf')) return digit;
    this.digitLog.push(digit);
    const after: Header[] = [['DTMF-Digit', digit], ['DTMF-Duration', '2000'], ['DTMF-Source', 'RTP']];
    this.emit('DTMF', { variables: false, after });
    return digit;
  }

  /** Reads and reports what was pressed where nothing waits for it. */
  drainDigits(): string {
    let digits = '';
    for (let digit = this.takeDigit(); digit !== undefined; digit = this.takeDigit()) digits += digit;
    return digits;
  }

  markAnswered(): void {
    this.answered = true;
    this.profile.times.answered = nowMicros();
    this.set('endpoint_disposition', 'ANSWER');
    this.emit('CHANNEL_ANSWER');
    this.setCallState('ACTIVE');
  }

  // --- events

  emit(name: string, options: EmitOptions = {}): void {
    const { before = [], after = [], variables = true, subclass, origin } = options;
    if (SHOWING.has(name)) this.shown = { application: valueOf(after, 'Application'), data: valueOf(after, 'Application-Data') };
    this.bus.fire(name, (event: SwitchEvent) => {
      for (const [header, value] of before) event.add(header, value);
      event.addAll(channelHeaders(this, variables));
      for (const [header, value] of after) event.add(header, value);
    }, { subclass, origin });
  }
}
