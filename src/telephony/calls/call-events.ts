import { readId } from '../../platform/database/ids';
import { readQueuePart } from '../cdr/queue-part';
import type { EslEvent } from '../esl/esl-event';
import { causeOf, HANDED_OVER_MARK } from './handed-over';
import { leaveReason, queueStay, type QueueStay } from './queue-stay';
import { readVerdict, type Verdict } from './verdict';

/** What a call is followed by on the event socket: subscribe to these and no more. */
export const CALL_SUBSCRIPTION = {
  events: [
    'CHANNEL_CREATE',
    'CHANNEL_ANSWER',
    'CHANNEL_BRIDGE',
    'CHANNEL_UNBRIDGE',
    'CHANNEL_HOLD',
    'CHANNEL_UNHOLD',
    'CHANNEL_HANGUP_COMPLETE',
  ],
  subclasses: ['callcenter::info'],
} as const;

/** What every event of a leg says about the leg. Times in epoch milliseconds, null where not yet or not known. */
export interface LegFacts {
  legUuid: string;
  /** As the switch sees it: inbound legs came to it, outbound legs it made. */
  direction: 'inbound' | 'outbound';
  callerNumber: string | null;
  /** Where the leg is bound for now; a transfer changes it. */
  destination: string | null;
  /** What the caller dialled: kept through transfers. */
  dialled: string | null;
  /** Set by our directory or dialplan, never taken from a SIP header. */
  domain: string | null;
  /** The caller's leg, where mod_callcenter rang this leg for it. */
  memberLegUuid: string | null;
  /** The leg on whose behalf this one was made. */
  originatorUuid: string | null;
  agent: string | null;
  /** The extension of the seat whose phone it is; null for a leg outside. */
  seat: string | null;
  fromSeat: boolean;
  toSeat: boolean;
  /** What our dialplan decided about the call before any queue. */
  verdict: Verdict | null;
  /** Who calls, as our dialplan knew: ids of the tenant's. */
  customerId: string | null;
  segmentId: string | null;
  /** Names the last blind transfer that sent the leg elsewhere. */
  transfer: string | null;
  createdAt: number | null;
  answeredAt: number | null;
}

interface EventBase {
  coreUuid: string;
  /** Event-Sequence: the order in which the core made its events; delivery may swap neighbours. */
  sequence: number;
  at: number;
}

interface MemberAndAgent {
  /** mod_callcenter's name for one stay of one caller in one queue. */
  memberUuid: string;
  memberLegUuid: string;
  callerNumber: string | null;
  queue: string;
  agent: string;
}

interface AgentAnswer {
  agentLegUuid: string;
  joinedAt: number | null;
  calledAt: number | null;
  answeredAt: number;
}

export type LeaveReason = 'answered' | 'timeout' | 'no-agent' | 'exit-key' | 'broken-out' | 'gone';

/** What happened to a call, in our words. Times in epoch milliseconds; mod_callcenter's have whole seconds. */
export type CallEvent = EventBase &
  (
    | { type: 'leg-created' | 'leg-answered' | 'leg-held' | 'leg-resumed'; leg: LegFacts }
    | { type: 'leg-bridged' | 'leg-unbridged'; leg: LegFacts; otherLegUuid: string }
    | {
        type: 'leg-ended';
        leg: LegFacts;
        cause: string;
        /** recv_bye, send_bye, recv_cancel, send_cancel, recv_refuse, send_refuse: who ended the SIP dialog. */
        disposition: string | null;
        hungUpAt: number;
        holdSeconds: number;
        /** The leg's last queue, as its variables tell it: for a stream that did not. */
        stay: QueueStay | null;
      }
    | { type: 'queue-joined'; leg: LegFacts; memberUuid: string; queue: string; joinedAt: number; resumed: boolean }
    /** Told by no event, but by the list of a queue's callers: for a call that nobody has followed from its start. */
    | { type: 'seen-in-queue'; memberUuid: string; memberLegUuid: string; queue: string; joinedAt: number }
    | ({ type: 'agent-offered' } & MemberAndAgent)
    | ({ type: 'agent-answered' } & MemberAndAgent & AgentAnswer)
    | ({ type: 'offer-failed'; cause: string; joinedAt: number | null; calledAt: number | null } & MemberAndAgent)
    | ({
        type: 'agent-released';
        /** Whether agent and caller were really connected. */
        bridged: boolean;
        releasedAt: number;
      } & MemberAndAgent &
        AgentAnswer)
    | {
        type: 'queue-left';
        leg: LegFacts;
        memberUuid: string;
        queue: string;
        reason: LeaveReason;
        /** The caller's channel outlived the queue: it went somewhere else instead of hanging up. */
        legUp: boolean;
        agent: string | null;
        joinedAt: number | null;
        answeredAt: number | null;
        leftAt: number;
      }
  );

/** The call event in an event of the switch; null where it says nothing about a call, or not enough. */
export function toCallEvent(event: EslEvent): CallEvent | null {
  switch (event.name) {
    case 'CHANNEL_CREATE':
      return legEvent(event, 'leg-created');
    case 'CHANNEL_ANSWER':
      return legEvent(event, 'leg-answered');
    case 'CHANNEL_HOLD':
      return legEvent(event, 'leg-held');
    case 'CHANNEL_UNHOLD':
      return legEvent(event, 'leg-resumed');
    case 'CHANNEL_BRIDGE':
      return bridgeEvent(event, 'leg-bridged');
    case 'CHANNEL_UNBRIDGE':
      return bridgeEvent(event, 'leg-unbridged');
    case 'CHANNEL_HANGUP_COMPLETE':
      return legEnded(event);
    case 'CUSTOM':
      return event.subclass === 'callcenter::info' ? queueEvent(event) : null;
    default:
      return null;
  }
}

/** What a dump of a living leg says about its call, as if events had told it; empty where it says not enough. */
export function eventsOfDump(dump: EslEvent): CallEvent[] {
  const seen = legEvent(dump, 'leg-created');
  // a leg that is just being taken down is listed still, though its last event may have been sent
  if (seen === null || dump.get('Answer-State') === 'hangup') return [];
  const partner = text(dump, 'variable_signal_bond');
  const bridged = partner === null ? null : bridgeEvent(dump, 'leg-bridged', partner);
  const at = microseconds(dump, 'Caller-Channel-Bridged-Time');
  return bridged === null || at === null ? [seen] : [seen, { ...bridged, at }];
}

function base(event: EslEvent): EventBase {
  return { coreUuid: event.coreUuid, sequence: event.sequence, at: event.timestamp };
}

function legEvent(
  event: EslEvent,
  type: 'leg-created' | 'leg-answered' | 'leg-held' | 'leg-resumed',
): CallEvent | null {
  const leg = legFacts(event);
  return leg === null ? null : { ...base(event), type, leg };
}

function bridgeEvent(
  event: EslEvent,
  type: 'leg-bridged' | 'leg-unbridged',
  otherLegUuid = text(event, 'Other-Leg-Unique-ID') ?? text(event, 'Bridge-B-Unique-ID'),
): CallEvent | null {
  const leg = legFacts(event);
  return leg === null || otherLegUuid === null ? null : { ...base(event), type, leg, otherLegUuid };
}

function legEnded(event: EslEvent): CallEvent | null {
  const leg = legFacts(event);
  if (leg === null) return null;
  return {
    ...base(event),
    type: 'leg-ended',
    leg,
    cause: causeOf(text(event, `variable_${HANDED_OVER_MARK}`), text(event, 'Hangup-Cause') ?? text(event, 'variable_hangup_cause') ?? 'NONE'),
    disposition: text(event, 'variable_sip_hangup_disposition'),
    hungUpAt: microseconds(event, 'Caller-Channel-Hangup-Time') ?? event.timestamp,
    holdSeconds: Number(/^\d{1,9}$/.exec(event.get('variable_hold_accum_seconds') ?? '')?.[0] ?? 0),
    stay: queueStay(readQueuePart((variable) => text(event, `variable_${variable}`))),
  };
}

function legFacts(event: EslEvent): LegFacts | null {
  const legUuid = text(event, 'Unique-ID');
  // a supervisor's phone that listens is no call, nor part of the one that it listens to
  if (legUuid === null || text(event, 'variable_seatline_supervision') !== null) return null;
  const destination = text(event, 'Caller-Destination-Number');
  const untouched = event.get('Caller-Profile-Index') === '1';
  const memberLegUuid = text(event, 'variable_cc_member_session_uuid');
  const agent = memberLegUuid === null ? dialledAgent(event) : text(event, 'variable_cc_agent');
  const originator = event.get('Other-Type') === 'originator' ? text(event, 'Other-Leg-Unique-ID') : null;
  return {
    legUuid,
    direction: event.get('Call-Direction') === 'outbound' ? 'outbound' : 'inbound',
    // a seat is known by its extension: on click to dial its phone is shown the number called
    callerNumber: text(event, 'variable_seatline_extension') ?? text(event, 'Caller-Caller-ID-Number'),
    destination,
    dialled: untouched ? destination : (text(event, 'variable_sip_req_user') ?? destination),
    domain: text(event, 'variable_domain_name') ?? text(event, 'variable_tenant'),
    memberLegUuid,
    originatorUuid: originator,
    agent,
    seat: seatOf(event),
    fromSeat: text(event, 'variable_user_name') !== null || text(event, 'variable_sip_auth_username') !== null,
    toSeat: text(event, 'variable_dialed_user') !== null,
    verdict: readVerdict(event.get('variable_seatline_outcome')),
    customerId: readId(text(event, 'variable_seatline_customer'), 'customer'),
    segmentId: readId(text(event, 'variable_seatline_segment'), 'segment'),
    transfer: blindTransfer(event),
    createdAt: microseconds(event, 'Caller-Channel-Created-Time'),
    answeredAt: microseconds(event, 'Caller-Channel-Answered-Time'),
  };
}

/**
 * A phone that dials has what its directory entry says; one that is rung has that only once it has answered, and from
 * the start whom it was rung as. The leg that has somebody rung is told whom, too, and the trunk's legs are no seats.
 */
function seatOf(event: EslEvent): string | null {
  const isRung = event.get('Call-Direction') === 'outbound' && event.get('variable_sofia_profile_name') === 'internal';
  return text(event, 'variable_seatline_extension') ?? (isRung ? text(event, 'variable_dialed_user') : null);
}

/** The agent of a call that no queue made: click to dial says whose it is, callcenter_track too. */
function dialledAgent(event: EslEvent): string | null {
  return text(event, 'variable_seatline_agent') ?? text(event, 'variable_cc_tracked_agent');
}

/** Caller-Transfer-Source is `epoch:uuid:kind:destination`; only bl_xfer moves the leg out of its conversation. */
function blindTransfer(event: EslEvent): string | null {
  return /^\d+:([^:]*):bl_xfer:/.exec(event.get('Caller-Transfer-Source') ?? '')?.[1] ?? null;
}

function queueEvent(event: EslEvent): CallEvent | null {
  const queue = text(event, 'CC-Queue');
  const memberLegUuid = text(event, 'CC-Member-Session-UUID');
  const memberUuid = text(event, 'CC-Member-UUID');
  if (queue === null || memberLegUuid === null || memberUuid === null) return null;
  const agent = text(event, 'CC-Agent');
  const action = event.get('CC-Action');
  if (action === 'member-queue-start') return queueJoined(event, memberUuid, queue, false);
  if (action === 'member-queue-resume') return queueJoined(event, memberUuid, queue, true);
  if (action === 'member-queue-end') return queueLeft(event, memberUuid, queue, agent);
  if (agent === null) return null;
  const callerNumber = text(event, 'CC-Member-CID-Number');
  return agentEvent(event, action ?? '', { memberUuid, memberLegUuid, callerNumber, queue, agent });
}

function agentEvent(event: EslEvent, action: string, who: MemberAndAgent): CallEvent | null {
  switch (action) {
    case 'agent-offering':
      return { ...base(event), type: 'agent-offered', ...who };
    case 'bridge-agent-start':
      return { ...base(event), type: 'agent-answered', ...who, ...agentAnswer(event) };
    case 'bridge-agent-fail':
      return {
        ...base(event),
        type: 'offer-failed',
        ...who,
        cause: text(event, 'CC-Hangup-Cause') ?? 'NONE',
        joinedAt: seconds(event, 'CC-Member-Joined-Time'),
        calledAt: seconds(event, 'CC-Agent-Called-Time'),
      };
    case 'bridge-agent-end':
      return {
        ...base(event),
        type: 'agent-released',
        ...who,
        ...agentAnswer(event),
        bridged: event.get('CC-Agent-Bridged') !== 'false',
        releasedAt: seconds(event, 'CC-Bridge-Terminated-Time') ?? wholeSecond(event.timestamp),
      };
    default:
      return null;
  }
}

function agentAnswer(event: EslEvent): AgentAnswer {
  return {
    agentLegUuid: event.get('CC-Agent-UUID') ?? '',
    joinedAt: seconds(event, 'CC-Member-Joined-Time'),
    calledAt: seconds(event, 'CC-Agent-Called-Time'),
    answeredAt: seconds(event, 'CC-Agent-Answered-Time') ?? wholeSecond(event.timestamp),
  };
}

function queueJoined(event: EslEvent, memberUuid: string, queue: string, resumed: boolean): CallEvent | null {
  const leg = legFacts(event);
  if (leg === null) return null;
  // mod_callcenter counts whole seconds; its own events will name this same second.
  const joinedAt = wholeSecond(event.timestamp);
  return { ...base(event), type: 'queue-joined', leg, memberUuid, queue, resumed, joinedAt };
}

function queueLeft(event: EslEvent, memberUuid: string, queue: string, agent: string | null): CallEvent | null {
  const leg = legFacts(event);
  if (leg === null) return null;
  return {
    ...base(event),
    type: 'queue-left',
    leg,
    memberUuid,
    queue,
    reason: event.get('CC-Cause') === 'Terminated' ? 'answered' : leaveReason(text(event, 'CC-Cancel-Reason')),
    legUp: event.get('Answer-State') !== 'hangup',
    agent,
    joinedAt: seconds(event, 'CC-Member-Joined-Time'),
    answeredAt: seconds(event, 'CC-Agent-Answered-Time'),
    leftAt: seconds(event, 'CC-Member-Leaving-Time') ?? wholeSecond(event.timestamp),
  };
}

function text(event: EslEvent, name: string): string | null {
  const value = event.get(name);
  return value === undefined || value === '' ? null : value;
}

function seconds(event: EslEvent, name: string): number | null {
  const value = event.get(name);
  return value !== undefined && /^[1-9]\d{0,10}$/.test(value) ? Number(value) * 1000 : null;
}

function microseconds(event: EslEvent, name: string): number | null {
  const value = event.get(name);
  return value !== undefined && /^[1-9]\d{0,16}$/.test(value) ? Number(value) / 1000 : null;
}

function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000;
}
