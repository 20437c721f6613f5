import { nowMicros } from '../core/clock';
import { causeOfSip, q850Of, sipPhraseOf, sipStatusOf } from '../sip/causes';
import type { Channel } from './channel';
import { dialogVariables } from './leg-variables';

/** What the far end of a SIP dialog does to a leg, and what our own hang-up does to the far end. */

const ADDRESS = '127.0.0.1';

/** The called party rings (180). */
export function remoteRinging(leg: Channel): void {
  if (!leg.up || leg.answered || leg.ringReady) return;
  leg.ringReady = true;
  leg.profile.networkAddr = ADDRESS;
  leg.setAll(dialogVariables(leg.profile, leg.get('sip_invite_domain') ?? ADDRESS));
  leg.profile.times.progress = nowMicros();
  leg.emit('CHANNEL_PROGRESS');
  leg.setCallState('RINGING');
  leg.wake();
}

/** The called party answers (200). */
export function remoteAnswered(leg: Channel): void {
  if (!leg.up || leg.answered) return;
  leg.profile.networkAddr = ADDRESS;
  leg.markAnswered();
  leg.wake();
}

/** The called party refuses with a final SIP status. */
export function remoteRefused(leg: Channel, status: number): void {
  if (!leg.up || leg.answered) return;
  leg.profile.networkAddr = ADDRESS;
  const cause = causeOfSip(status);
  leg.setAll([
    ['sip_hangup_disposition', 'recv_refuse'],
    ['sip_invite_failure_status', String(status)],
    ['sip_invite_failure_phrase', sipPhraseOf(status)],
    ['sip_term_status', String(status)],
    ['proto_specific_hangup_cause', `sip:${status}`],
    ['sip_term_cause', String(q850Of(cause))],
  ]);
  leg.hangup(cause);
}

/** The far end says BYE, or CANCEL while it still rings. */
export function remoteHangup(leg: Channel): void {
  if (!leg.up) return;
  leg.setAll([
    ['sip_term_status', leg.answered ? '200' : '487'],
    ['proto_specific_hangup_cause', leg.answered ? 'sip:200' : 'sip:487'],
    ['sip_term_cause', leg.answered ? '16' : '487'],
    ['sip_hangup_disposition', leg.answered ? 'recv_bye' : 'recv_cancel'],
  ]);
  if (leg.answered && leg.bridged) {
    leg.set('last_bridge_role', leg.profile.other?.role === 'originator' ? 'originatee' : 'originator');
  }
  leg.hangup(leg.answered ? 'NORMAL_CLEARING' : 'ORIGINATOR_CANCEL');
}

/** How our own hang-up looks on the wire; a disposition that the far end caused stands. */
export function reportOwnHangup(leg: Channel): void {
  const { cause } = leg;
  if (!cause || leg.variables.has('sip_hangup_disposition')) return;
  if (leg.answered) leg.set('sip_hangup_disposition', 'send_bye');
  else if (leg.direction === 'inbound') {
    leg.set('sip_hangup_disposition', 'send_refuse');
    leg.set('proto_specific_hangup_cause', `sip:${sipStatusOf(cause)}`);
  } else {
    leg.setAll([
      ['sip_hangup_disposition', 'send_cancel'],
      ['sip_invite_failure_status', '487'],
      ['sip_invite_failure_phrase', 'CANCEL'],
    ]);
  }
}
