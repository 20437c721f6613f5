import type { EventBus } from '../core/event-bus';
import type { Header } from '../core/switch-event';
import type { Channel } from '../channels/channel';
import type { Cause } from '../sip/causes';
import { nowSeconds } from '../core/clock';
import { fireChannelInfo, fireInfo } from './cc-events';
import type { Offer } from './offer-record';

function memberHeaders(offer: Offer): Header[] {
  return [
    ['CC-Member-UUID', offer.memberUuid],
    ['CC-Member-Session-UUID', offer.memberSessionUuid],
    ['CC-Member-CID-Name', offer.memberName],
    ['CC-Member-CID-Number', offer.memberNumber],
  ];
}

export function fireOffering(bus: EventBus, offer: Offer, member: Channel): void {
  fireInfo(bus, 'agent-offering', [
    ['CC-Queue', offer.queue],
    ['CC-Action', 'agent-offering'],
    ['CC-Agent', offer.agent.name],
    ['CC-Agent-Type', offer.agent.type],
    ['CC-Agent-System', offer.instance],
    ...memberHeaders(offer),
    ['CC-Member-DNIS', member.profile.rdnis],
  ]);
}

export function fireBridgeStart(offer: Offer, member: Channel, leg: Channel, times: readonly Header[]): void {
  fireChannelInfo(leg, 'bridge-agent-start', [
    ['CC-Queue', offer.queue],
    ['CC-Action', 'bridge-agent-start'],
    ['CC-Agent', offer.agent.name],
    ['CC-Agent-System', offer.instance],
    ['CC-Agent-UUID', leg.uuid],
    ...times,
    ['CC-Member-Joined-Time', String(offer.joinedEpoch)],
    ...memberHeaders(offer),
    ['CC-Member-DNIS', member.profile.rdnis],
  ]);
}

export function fireBridgeEnd(
  offer: Offer,
  leg: Channel,
  times: readonly Header[],
  cause: Cause,
  bridged: boolean,
): void {
  fireChannelInfo(leg, 'bridge-agent-end', [
    ['CC-Queue', offer.queue],
    ['CC-Action', 'bridge-agent-end'],
    ['CC-Hangup-Cause', cause],
    ['CC-Agent', offer.agent.name],
    ['CC-Agent-System', offer.instance],
    ['CC-Agent-UUID', leg.uuid],
    ['CC-Agent-Bridged', String(bridged)],
    ...times,
    ['CC-Member-Joined-Time', String(offer.joinedEpoch)],
    ['CC-Bridge-Terminated-Time', String(nowSeconds())],
    ...memberHeaders(offer),
  ]);
}

export function fireTerminated(
  offer: Offer,
  member: Channel,
  leg: Channel,
  times: readonly Header[],
  cause: Cause,
): void {
  fireChannelInfo(member, 'member-queue-end', [
    ['CC-Queue', offer.queue],
    ['CC-Action', 'member-queue-end'],
    ['CC-Hangup-Cause', cause],
    ['CC-Cause', 'Terminated'],
    ['CC-Agent', offer.agent.name],
    ['CC-Agent-System', offer.instance],
    ['CC-Agent-UUID', leg.uuid],
    ...times,
    ['CC-Member-Leaving-Time', String(nowSeconds())],
    ['CC-Member-Joined-Time', String(offer.joinedEpoch)],
    ...memberHeaders(offer),
  ]);
}

export function fireBridgeFail(bus: EventBus, offer: Offer, cause: Cause, called: number): void {
  fireInfo(bus, 'bridge-agent-fail', [
    ['CC-Queue', offer.queue],
    ['CC-Action', 'bridge-agent-fail'],
    ['CC-Hangup-Cause', cause],
    ['CC-Agent', offer.agent.name],
    ['CC-Agent-System', offer.instance],
    ['CC-Agent-Called-Time', String(called)],
    ['CC-Agent-Aborted-Time', String(nowSeconds())],
    ...memberHeaders(offer),
    ['CC-Member-Joined-Time', String(offer.joinedEpoch)],
  ]);
}
