import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { nowMicros, nowSeconds } from '../core/clock';
import type { Header } from '../core/switch-event';
import type { Channel } from './channel';
import type { CallerProfile } from './caller-profile';

/** Ties two legs for the events and CDRs: each knows the other, as originator and originatee. */
export function introduce(originator: Channel, originatee: Channel): void {
  originator.profile.other = { role: 'originatee', profile: originatee.profile };
  originatee.profile.other = { role: 'originator', profile: originator.profile };
}

/**
 * switch_ivr_uuid_bridge: takes both legs out of what they do and lets the first one's session bridge them.
 * @returns false when one of them is no longer up.
 */
export function requestBridge(originator: Channel, originatee: Channel): boolean {
  if (!originator.up || !originatee.up) return false;
  for (const [leg, other] of [[originator, originatee], [originatee, originator]] as const) {
    leg.set('bridge_channel', other.name);
    leg.set('bridge_uuid', other.uuid);
    leg.set('signal_bond', other.uuid);
    leg.set('original_destination_number', leg.profile.destinationNumber);
    leg.set('original_caller_id_name', leg.profile.callerIdName);
    leg.set('original_caller_id_number', leg.profile.callerIdNumber);
    const transfer = `${nowSeconds()}:${randomUUID()}:uuid_br:${other.uuid}`;
    leg.set('transfer_history', transfer);
    leg.set('transfer_source', transfer);
    leg.startProfile(bridgedProfile(leg, other, transfer));
    leg.bridgeRequest = other;
  }
  introduce(originator, originatee);
  originatee.setState('CS_CONSUME_MEDIA');
  originator.setState('CS_SOFT_EXECUTE');
  return true;
}

function bridgedProfile(leg: Channel, other: Channel, transferSource: string): Partial<CallerProfile> {
  const extension = leg.profile.extension?.remainder();
  if (leg.direction === 'outbound') return { transferSource, extension };
  return {
    transferSource,
    extension,
    calleeIdName: other.profile.calleeIdName || 'Outbound Call',
    calleeIdNumber: other.profile.calleeIdNumber || other.profile.destinationNumber,
  };
}

/** The uuid_bridge part of CS_SOFT_EXECUTE: announce it on both legs, bridge, and carry on where the dialplan was. */
export async function runRequestedBridge(leg: Channel): Promise<void> {
  const other = leg.bridgeRequest;
  leg.bridgeRequest = undefined;
  if (!other?.up || other.bridgeRequest !== leg) {
    leg.hangup('DESTINATION_OUT_OF_ORDER');
    return;
  }
  other.bridgeRequest = undefined;
  other.run('CS_SOFT_EXECUTE');
  const execute = (partner: Channel): readonly Header[] => [
    ['Application', 'uuid_bridge'],
    ['Application-Data', partner.uuid],
  ];
  leg.emit('CHANNEL_EXECUTE', { after: execute(other), origin: 'uuid-bridge' });
  other.emit('CHANNEL_EXECUTE', { after: execute(leg), origin: 'uuid-bridge' });
  await bridgeLegs(leg, other);
  if (leg.ready) leg.setState('CS_EXECUTE');
}

/** That its partner has been sent elsewhere a leg notices with the next frame of audio. */
const FRAME_MS = 20;

/**
 * switch_ivr_multi_threaded_bridge: media flows until either leg ends or goes elsewhere. A caller that is gone takes
 * the called leg along; a called leg that is gone leaves the caller to its dialplan unless told otherwise.
 */
export async function bridgeLegs(caller: Channel, peer: Channel): Promise<void> {
  if (peer.answered && !caller.answered) caller.answer();
  announceBridge(caller, peer);
  peer.setState('CS_EXCHANGE_MEDIA');
  const over = (): boolean => !caller.ready || !peer.up || peer.state !== 'CS_EXCHANGE_MEDIA';
  await Promise.race([passDigits(caller, peer, over), passDigits(peer, caller, over)]);
  if (caller.up && peer.up) await delay(FRAME_MS);
  part(caller, peer);
}

/** What one party presses, the other hears. */
async function passDigits(from: Channel, to: Channel, over: () => boolean): Promise<void> {
  while (!over()) {
    await from.waitUntil(() => over() || from.digits.length > 0);
    if (from.up) for (const digit of from.drainDigits()) to.far.hears(to, `dtmf:${digit}`);
  }
}

function announceBridge(caller: Channel, peer: Channel): void {
  const now = nowMicros();
  caller.profile.times.bridged = now;
  peer.profile.times.bridged = now;
  peer.set('call_uuid', caller.uuid);
  for (const [leg, other] of [[caller, peer], [peer, caller]] as const) {
    leg.set('last_bridge_to', other.uuid);
    leg.set('bridge_channel', other.name);
    leg.set('bridge_uuid', other.uuid);
    leg.set('signal_bond', other.uuid);
    leg.partner = other;
    leg.bridged = true;
  }
  caller.emit('CHANNEL_BRIDGE', { before: bridgeIds(caller, peer) });
  caller.far.hears(caller, `bridge:${peer.name}`);
  peer.far.hears(peer, `bridge:${caller.name}`);
  sendUpdate(caller, peer, peer.profile.calleeIdName || 'Outbound Call',
    peer.profile.calleeIdNumber || peer.profile.destinationNumber);
  sendUpdate(peer, caller, caller.profile.callerIdName, caller.profile.callerIdNumber);
  caller.wake();
  peer.wake();
}

function sendUpdate(leg: Channel, other: Channel, name: string, number: string): void {
  leg.set('last_sent_callee_id_name', name);
  leg.set('last_sent_callee_id_number', number);
  const before: Header[] = [
    ['Direction', 'SEND'],
    ['Sent-Callee-ID-Name', name],
    ['Sent-Callee-ID-Number', number],
    ['Bridged-To', other.uuid],
  ];
  leg.emit('CALL_UPDATE', { before });
}

const bridgeIds = (caller: Channel, peer: Channel): readonly Header[] => [
  ['Bridge-A-Unique-ID', caller.uuid],
  ['Bridge-B-Unique-ID', peer.uuid],
];

function part(caller: Channel, peer: Channel): void {
  if (!caller.ready && peer.up && peer.state === 'CS_EXCHANGE_MEDIA') {
    rememberPartner(peer, caller);
    peer.hangup(caller.cause ?? 'NORMAL_CLEARING');
  } else if (!peer.up && caller.up) rememberPartner(caller, peer);
  for (const [leg, other] of [[caller, peer], [peer, caller]] as const) {
    if (other.cause) leg.set('bridge_hangup_cause', other.cause);
    leg.bridged = false;
    leg.partner = undefined;
  }
  peer.set('call_uuid', peer.uuid);
  caller.emit('CHANNEL_UNBRIDGE', { before: bridgeIds(caller, peer) });
  if (caller.up && !peer.up) afterBridge(caller, peer);
  caller.wake();
  peer.wake();
}

function rememberPartner(leg: Channel, gone: Channel): void {
  leg.set('sip_hangup_phrase', 'OK');
  leg.set('last_bridge_hangup_cause', gone.cause);
  leg.set('last_bridge_proto_specific_hangup_cause', gone.get('proto_specific_hangup_cause'));
}

function afterBridge(caller: Channel, peer: Channel): void {
  if (!caller.ready || !peer.answered) return;
  const transfer = caller.get('transfer_after_bridge');
  if (caller.isTrue('park_after_bridge')) caller.setState('CS_PARK');
  else if (transfer) transferChannel(caller, transfer.split(':'));
  else if (caller.isTrue('hangup_after_bridge')) caller.hangup(peer.cause ?? 'NORMAL_CLEARING');
}

/** switch_ivr_session_transfer: a new profile for the new destination, then back to the dialplan. */
export function transferChannel(channel: Channel, target: readonly (string | undefined)[]): boolean {
  if (!channel.up) return false;
  const [destination = '', dialplan = '', context = ''] = target;
  const plan = dialplan || channel.profile.dialplan || 'XML';
  const inContext = context || channel.get('force_transfer_context') || channel.profile.context || 'default';
  const source = `${nowSeconds()}:${randomUUID()}:bl_xfer:${destination}/${inContext}/${plan}`;
  channel.set('transfer_history', source);
  channel.set('transfer_source', source);
  channel.startProfile({
    destinationNumber: destination,
    dialplan: plan,
    context: inContext,
    rdnis: channel.profile.destinationNumber,
    transferSource: source,
    extension: undefined,
  });
  channel.bridgeRequest = undefined;
  channel.marks.add('transferred');
  channel.setState('CS_ROUTING');
  return true;
}
