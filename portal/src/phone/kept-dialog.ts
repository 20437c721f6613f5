import type { RTCSession } from 'jssip/lib/RTCSession';
import type { UA } from 'jssip';
import type { IncomingRequest } from 'jssip/lib/SIPMessage';

/**
 * A page that is loaded anew has lost its side of a call; the switch has not. What names the dialog (RFC 3261 §12) is kept in
 * the tab's storage, and JsSIP is led to the same point again: it is shown the INVITE that would have led there and answers
 * it, with nobody listening; then the call is offered anew for real, with the page's new addresses and keys.
 */
export interface KeptDialog {
  callId: string;
  localTag: string;
  remoteTag: string;
  localSeq: number;
  remoteSeq: number;
  localUri: string;
  remoteUri: string;
  remoteTarget: string;
  routes: string[];
  /** What the switch last said of its media. */
  sdp: string;
  direction: 'in' | 'out';
  answeredAt: number;
  keptAt: number;
}

/** JsSIP's own, which it shows nobody. */
interface Internals {
  _dialog?: {
    _id: { call_id: string; local_tag: string; remote_tag: string };
    _local_seqnum?: number;
    _remote_seqnum?: number;
    _local_uri: { toString(): string };
    _remote_uri: { toString(): string };
    _remote_target: { toString(): string };
    _route_set: string[];
  };
  receiveRequest(request: { method: string; body: string }): void;
}

const KEY = 'seatline.calls';
/** A call that was left longer ago has been ended by the switch. */
const KEPT_MS = 60_000;
/** So many requests may have been sent that were not kept; a number may be left out, never used twice. */
const SPARE_SEQ = 100;

export function keepDialogs(dialogs: KeptDialog[]): void {
  if (dialogs.length > 0) sessionStorage.setItem(KEY, JSON.stringify(dialogs));
  else sessionStorage.removeItem(KEY);
}

/** Those that may still go on; each is given out once. */
export function takeKeptDialogs(): KeptDialog[] {
  const text = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  try {
    return (JSON.parse(text ?? '[]') as KeptDialog[]).filter(({ keptAt }) => Date.now() - keptAt < KEPT_MS);
  } catch {
    return [];
  }
}

/** @returns null before the call is answered */
export function dialogOf(session: RTCSession, answeredAt: number | null): KeptDialog | null {
  const { _dialog: dialog } = session as unknown as Internals;
  const sdp = session.connection?.remoteDescription?.sdp;
  if (!dialog || !sdp || answeredAt === null) return null;
  return {
    callId: dialog._id.call_id,
    localTag: dialog._id.local_tag,
    remoteTag: dialog._id.remote_tag,
    localSeq: dialog._local_seqnum ?? 0,
    remoteSeq: dialog._remote_seqnum ?? 1,
    localUri: String(dialog._local_uri),
    remoteUri: String(dialog._remote_uri),
    remoteTarget: String(dialog._remote_target),
    routes: dialog._route_set,
    sdp,
    direction: session.direction === 'incoming' ? 'in' : 'out',
    answeredAt,
    keptAt: Date.now(),
  };
}

/**
 * Shows a phone the INVITE that leads to a kept dialog: it is told of a session as by a call that comes in.
 * @param address the phone's own, `sip:user@domain`; the page before had another contact
 */
export async function replayInvite(ua: UA, address: string, dialog: KeptDialog): Promise<void> {
  const { parseMessage } = await import('jssip/lib/Parser');
  const request = parseMessage(inviteOf(address, dialog), ua) as IncomingRequest | undefined;
  if (!request) return;
  const answered = (_code: number, _reason: unknown, _headers: unknown, _body: unknown, done?: () => void) => done?.();
  let tag: string | undefined;
  Object.assign(request, { reply: answered, reply_sl: () => undefined });
  // without one it begins a dialog; the one that JsSIP then makes up must be the one that the switch knows
  Object.defineProperty(request, 'to_tag', { get: () => tag, set: () => (tag = dialog.localTag) });
  (ua as unknown as { receiveRequest(request: IncomingRequest): void }).receiveRequest(request);
}

/** Once it is answered: it counts as acknowledged, and goes on from the number where it was. */
export function confirmReplayed(session: RTCSession, { localSeq }: KeptDialog): void {
  const internals = session as unknown as Internals;
  internals.receiveRequest({ method: 'ACK', body: '' });
  if (internals._dialog) internals._dialog._local_seqnum = localSeq + SPARE_SEQ;
}

function inviteOf(to: string, { callId, remoteTag, remoteSeq, localUri, remoteUri, remoteTarget, routes, sdp }: KeptDialog): string {
  return [
    `INVITE ${to} SIP/2.0`,
    'Via: SIP/2.0/WS replayed.invalid;branch=z9hG4bKreplayed' + callId.replace(/\W/g, ''),
    'Max-Forwards: 70',
    `From: <${remoteUri}>;tag=${remoteTag}`,
    `To: <${localUri}>`,
    `Call-ID: ${callId}`,
    `CSeq: ${remoteSeq} INVITE`,
    `Contact: <${remoteTarget}>`,
    ...routes.map((route) => `Record-Route: ${route}`),
    'Content-Type: application/sdp',
    `Content-Length: ${new TextEncoder().encode(sdp).length}`,
    '',
    sdp,
  ].join('\r\n');
}
