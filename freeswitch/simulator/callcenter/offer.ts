import { nowSeconds, sleep } from '../core/clock';
import type { Header } from '../core/switch-event';
import { requestBridge } from '../channels/bridge';
import type { Channel } from '../channels/channel';
import { expandVariables } from '../channels/expand';
import { originate } from '../channels/originate';
import { playFile } from '../channels/playback';
import type { Cause } from '../sip/causes';
import type { Callcenter } from './callcenter';
import { fireBridgeEnd, fireBridgeStart, fireOffering, fireTerminated } from './offer-events';
import { offerFailed } from './offer-failed';
import { CONNECTING, SHOULD_BREAK, type Offer } from './offer-record';
import { abandonMember, settleOffer } from './offer-settled';
import { ringsSeveral, same } from './vocabulary';

const BRIDGE_PATIENCE_MS = 3000;
const AGENT_POLL_MS = 100;

/** outbound_agent_thread_run: rings one agent for one caller, joins them, and settles what came of it. */
export async function offerMember(callcenter: Callcenter, offer: Offer): Promise<void> {
  const member = callcenter.sw.channels.get(offer.memberSessionUuid);
  if (!member) {
    abandonMember(callcenter, offer);
    settleOffer(callcenter, offer, 'Ready', false);
    return;
  }
  const releases = [member.hold()];
  try {
    fireOffering(callcenter.sw.bus, offer, member);
    const called = nowSeconds();
    member.marks.add(CONNECTING);
    const reached = await reachAgent(callcenter, offer, member);
    if ('leg' in reached) {
      releases.push(reached.leg.hold());
      await answered(callcenter, offer, member, reached.leg, called, reached.cause);
    } else offerFailed(callcenter, offer, member, reached.cause, called);
  } finally {
    member.marks.delete(CONNECTING);
    for (const release of releases) release();
  }
}

type Reached = { readonly leg: Channel; readonly cause: Cause } | { readonly cause: Cause };

async function reachAgent(callcenter: Callcenter, offer: Offer, member: Channel): Promise<Reached> {
  const { sw, agents } = callcenter;
  if (same(offer.agent.type, 'uuid-standby')) {
    const leg = sw.channels.get(offer.agent.uuid ?? '');
    if (leg) {
      leg.setAll(agentVariables(offer).filter(([name]) => name.startsWith('cc_') && name !== 'cc_queue_joined_epoch'));
      return { leg, cause: 'NONE' };
    }
    agents.update('status', 'Logged Out', offer.agent.name);
    agents.update('uuid', '', offer.agent.name);
    return { cause: 'NONE' };
  }
  const prefix = member.get('cc_outbound_cid_name_prefix') ?? '';
  const result = await originate(sw, {
    dialString: expandVariables(member, offer.agent.contact ?? '', sw.expansion),
    timeoutSeconds: callcenter.originateTimeoutSeconds,
    callerIdName: prefix + (member.get('effective_caller_id_name') ?? offer.memberName),
    callerIdNumber: member.get('effective_caller_id_number') ?? offer.memberNumber,
    variables: [
      ...sw.bus.coreHeaders('REQUEST_PARAMS', 'user-call'),
      ...agentVariables(offer),
      ...exportedByMember(member),
    ],
  });
  return 'leg' in result ? { leg: result.leg, cause: 'SUCCESS' } : result;
}

function agentVariables(offer: Offer): [string, string][] {
  return [
    ['cc_queue', offer.queue],
    ['cc_queue_joined_epoch', String(offer.joinedEpoch)],
    ['cc_member_uuid', offer.memberUuid],
    ['cc_member_session_uuid', offer.memberSessionUuid],
    ['cc_member_pre_answer_uuid', offer.memberUuid],
    ['cc_agent', offer.agent.name],
    ['cc_agent_type', offer.agent.type],
    ['cc_side', 'agent'],
    ['loopback_bowout', 'false'],
    ['loopback_bowout_on_execute', 'false'],
    ['ignore_early_media', 'true'],
  ];
}

function exportedByMember(member: Channel): [string, string][] {
  const names = (member.get('cc_export_vars') ?? '').split(',').map((name) => name.trim());
  return names.flatMap((name): [string, string][] => {
    const value = name === '' ? '' : (member.get(name) ?? '');
    return value === '' ? [] : [[name, value]];
  });
}

/** The agent's leg is up: join it to the caller, wait until it is over, and say so. */
async function answered(callcenter: Callcenter, offer: Offer, member: Channel, leg: Channel, called: number,
  cause: Cause): Promise<void> {
  leg.set('cc_member_pre_answer_uuid', undefined);
  if (ringsSeveral(offer.strategy) && !winRace(callcenter, offer)) {
    leg.hangup('LOSE_RACE');
    settleOffer(callcenter, offer, 'Ready', true);
    return;
  }
  const answeredAt = nowSeconds();
  const times: Header[] = [
    ['CC-Agent-Called-Time', String(called)],
    ['CC-Agent-Answered-Time', String(answeredAt)],
  ];
  fireBridgeStart(offer, member, leg, times);
  if (offer.recordTemplate) {
    const { sw } = callcenter;
    const path = expandVariables(member, sw.withGlobals(offer.recordTemplate), sw.expansion);
    member.set('cc_record_filename', path);
    if (sw.config.recordingsDir !== '') member.record(path);
  }
  const announce = member.get('cc_outbound_announce');
  if (announce) await playFile(leg, announce, () => false);
  const bridged = await join(callcenter, offer, member, leg);
  if (bridged) noteBridged(callcenter, offer, member, leg);
  member.marks.delete(CONNECTING);
  if (bridged) await untilAgentIsDone(offer, leg);
  fireBridgeEnd(offer, leg, times, cause, bridged);
  if (bridged) noteTerminated(callcenter, offer, member, leg, times, cause);
  settleOffer(callcenter, offer, 'Ready', bridged);
}

/** Under ring-all the first to answer takes the caller; the others' legs are ended. */
function winRace(callcenter: Callcenter, offer: Offer): boolean {
  const row = callcenter.store.member(offer.memberUuid);
  if (!row || row.state !== 'Trying' || !same(row.serving_agent, offer.strategy)) return false;
  Object.assign(row, { serving_agent: offer.agent.name, serving_system: offer.instance });
  callcenter.cancelRinging(offer.memberUuid, 'LOSE_RACE');
  return true;
}

/** uuid_bridge, and three seconds for it to happen. */
async function join(callcenter: Callcenter, offer: Offer, member: Channel, leg: Channel): Promise<boolean> {
  member.set('cc_agent_found', 'true');
  member.set('cc_agent_uuid', leg.uuid);
  const requested = requestBridge(member, leg);
  const met = (): boolean => leg.bridged || !leg.up || !member.up;
  if (requested) await leg.waitUntil(met, BRIDGE_PATIENCE_MS);
  if (leg.bridged || (member.up && leg.up)) return true;
  if (!member.up) {
    leg.set('cc_agent_bridged', 'false');
    member.set('cc_agent_bridged', 'false');
    abandonMember(callcenter, offer);
    if (same(offer.agent.type, 'callback')) leg.hangup('ORIGINATOR_CANCEL');
  } else {
    const row = callcenter.store.member(offer.memberUuid);
    if (row) row.state = 'Waiting';
  }
  return false;
}

function noteBridged(callcenter: Callcenter, offer: Offer, member: Channel, leg: Channel): void {
  const { store, agents } = callcenter;
  member.set('cc_agent_bridged', 'true');
  leg.set('cc_agent_bridged', 'true');
  const row = store.member(offer.memberUuid);
  if (row) Object.assign(row, { state: 'Answered', bridge_epoch: nowSeconds() });
  member.set('cc_agent', offer.agent.name);
  member.set('cc_queue_answered_epoch', nowSeconds());
  const agent = store.agent(offer.agent.name);
  if (agent) {
    Object.assign(agent, { uuid: leg.uuid, last_bridge_start: nowSeconds(), no_answer_count: 0 });
    agent.calls_answered++;
  }
  const tier = store.tier(offer.queue, offer.agent.name);
  if (tier) tier.state = 'Active Inbound';
  agents.update('state', 'In a queue call', offer.agent.name);
}

/** Polled, as the module does: an agent is released up to 100 ms after the leg's end. */
async function untilAgentIsDone(offer: Offer, leg: Channel): Promise<void> {
  const standby = same(offer.agent.type, 'uuid-standby');
  while (leg.up && !(standby && !leg.bridged) && !leg.marks.delete(SHOULD_BREAK)) await sleep(AGENT_POLL_MS);
  await leg.waitUntil(() => leg.up || leg.ended);
}

function noteTerminated(callcenter: Callcenter, offer: Offer, member: Channel, leg: Channel, times: readonly Header[],
  cause: Cause): void {
  const { store } = callcenter;
  member.set('cc_queue_terminated_epoch', nowSeconds());
  const agent = store.agent(offer.agent.name);
  if (agent) {
    if (!same(offer.agent.type, 'uuid-standby')) agent.uuid = '';
    agent.last_bridge_end = nowSeconds();
    agent.talk_time += nowSeconds() - agent.last_bridge_start;
  }
  store.deleteMember(offer.memberUuid);
  fireTerminated(offer, member, leg, times, cause);
}
