/**
 * Telephones and a trunk for a switch under test. Two implementations answer to it: SIPp against a real FreeSWITCH
 * (sipp-phones.ts) and the simulator's control port (simulated-phones.ts), so that one suite of call scenarios
 * runs unchanged against both.
 */

import type { SipUser } from './sip-user';

/** What a registered phone does with every call it is offered. Times are milliseconds from the first ring. */
export type PhoneBehaviour =
  /** `hangupAfterMs` counts from the answer; without it the phone stays until the far end hangs up. */
  | { kind: 'answer'; afterMs: number; hangupAfterMs?: number }
  | { kind: 'reject'; status: 480 | 486 | 603; afterMs?: number }
  | { kind: 'no-answer' };

/**
 * A SIP account. `authRealm` and `toHost` are for trials of isolation: the realm that the phone claims in its digest
 * and the host in its To header; both are `domain` for an honest phone. `authUser` is the digest's user name when it
 * differs from `user`.
 */
export interface PhoneAccount {
  domain: string;
  user: string;
  password: string;
  authUser?: string;
  authRealm?: string;
  toHost?: string;
}

/** Registering an account again replaces its behaviour for the next offer. */
export interface Registration extends PhoneAccount {
  /** Default: answer after 500 ms and stay. */
  behaviour?: PhoneBehaviour;
}

/** RFC 2833 digits (0-9, *, #), pressed one after the other `afterMs` after the answer. */
export interface DigitPresses {
  afterMs: number;
  digits: string;
}

/** A call that comes in over the trunk. Without either limit the caller stays until the switch hangs up. */
export interface CallRequest {
  /** The calling number, as it stands in From. */
  from: string;
  /** From's display name, sent as it is: hostile ones are the point of some scenarios. No brackets or line breaks. */
  displayName?: string;
  /** The called number, as it stands in the request URI. */
  to: string;
  /** The caller gives up this long after dialling, answered or not. */
  hangupAfterMs?: number;
  /** The caller hangs up this long after the answer. Not together with `hangupAfterMs`. */
  hangupAfterAnswerMs?: number;
  digits?: DigitPresses[];
  /**
   * The caller speaks when the digits are pressed, for a minute or so, or so many times seven seconds, and hangs up no earlier;
   * without it the line is silent. Of simulated phones only `record` hears it, all the time.
   */
  speaks?: boolean | number;
}

/** A call that a seat's phone places; `account.toHost` is the host that it dials at. */
export interface DialRequest {
  account: PhoneAccount;
  /** What is dialled: a number, or another seat's extension. */
  to: string;
  /** The caller gives up this long after dialling, answered or not. */
  hangupAfterMs?: number;
  /** The caller hangs up this long after the answer. Not together with `hangupAfterMs`. */
  hangupAfterAnswerMs?: number;
}

export interface CallResult {
  /** The final SIP status of the INVITE: 200 answered, 487 given up before an answer, else the refusal. */
  status: number;
  answered: boolean;
  /** From dialling to the end of the call. */
  durationMs: number;
}

export interface OngoingCall {
  /** Resolves when the call is over, however it ended; rejects only when the phone itself broke. */
  ended: Promise<CallResult>;
  /** The caller hangs up now. Harmless once the call is over. */
  hangup(): Promise<void>;
}

export interface Phones {
  /** Registers one phone and returns the final SIP status: 200, or 403/404 and so on where the switch refuses. */
  register(registration: Registration): Promise<number>;
  /** Places a call over the trunk at once. */
  call(request: CallRequest): OngoingCall;
  /** A registered phone dials at once. */
  dial(request: DialRequest): OngoingCall;
  /** A phone that speaks SIP by hand; only where there is SIP. @throws Error on the simulator */
  byHand(account: PhoneAccount): Promise<SipUser>;
  /** Ends all calls and phones; nothing of them is left running. */
  stop(): Promise<void>;
}
