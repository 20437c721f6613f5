import type { Verdict } from '../../../telephony/calls/verdict';
import type { Action } from '../../../telephony/xml/dialplan-xml';
import { isAllowed } from '../../calling-plan/domain/destination';
import { readPhoneNumber } from '../../numbers/domain/phone-number';
import { belonging, limitSeat, refusal, takeChannel } from './belonging';
import type { SeatRouting, TenantRouting } from './tenant-routing';
import { readTransferDestination } from './transfer-target';

/** What is known of the leg that dials. */
export interface DiallingLeg {
  /** Null for a caller from outside whom somebody sends on: the leg's own account stays that of a call that came in. */
  seat: SeatRouting | null;
  /** The number that whoever clicked to dial chose to present. */
  chosenNumber: string | undefined;
  /** The call that it belongs to already. */
  callUuid?: string | undefined;
}

/** A call over the trunk that the plan allows, still to be paid for. */
export interface OutboundCall {
  number: string;
  /** One of the tenant's own. */
  callerNumber: string;
}

/** Where a number leads that one of the tenant's own phones dials, or a caller is sent to. */
export type Destination =
  | { kind: 'seat'; extension: string }
  | { kind: 'outside'; call: OutboundCall }
  | { kind: 'refused'; actions: Action[] }
  | { kind: 'nowhere' };

export function outboundDestination(tenant: TenantRouting, dialled: string, leg: DiallingLeg): Destination {
  if (tenant.seats.has(dialled)) return { kind: 'seat', extension: dialled };
  if (leg.seat !== null && readTransferDestination(dialled)?.kind === 'agent') return colleague(tenant, dialled);
  const reading = readPhoneNumber(dialled);
  if (!reading.ok) return { kind: 'nowhere' };
  const { number } = reading;
  const callerNumber = presentedNumber(tenant, leg);
  const refused = (verdict: Verdict, answer: string): Destination => ({
    kind: 'refused',
    actions: refusedRoute(tenant, number, leg, verdict, answer),
  });
  if (callerNumber === null) return refused('no-caller-number', '403 No Number To Call From');
  if (!isAllowed(number, tenant.plan.destinations)) return refused('destination-refused', '403 Destination Not Allowed');
  return { kind: 'outside', call: { number, callerNumber } };
}

/** Where a colleague sits now: a hot desk's extension is nobody's for long. */
function colleague({ agents }: TenantRouting, dialled: string): Destination {
  const target = readTransferDestination(dialled);
  const agent = target?.kind === 'agent' ? agents.get(target.number) : undefined;
  return agent ? { kind: 'seat', extension: agent.extension } : { kind: 'nowhere' };
}

/**
 * A call shows one of its tenant's own numbers and nothing else: the one chosen for this call, else the seat's, else
 * the tenant's first. A number that is not, or no longer, the tenant's is passed over; what a phone claims in its SIP
 * headers is never looked at.
 */
export function presentedNumber(tenant: TenantRouting, { chosenNumber, seat }: DiallingLeg): string | null {
  const [first = null] = tenant.numbers.keys();
  const owned = [chosenNumber, seat?.callerNumber].find((number) => number && tenant.numbers.has(number));
  return owned ?? first;
}

/** What a phone dials to hear itself. No extension is a word, so it is nobody's. */
export const ECHO_TEST = 'echo-test';
const ECHO_SECONDS = 30;

/** Says back what it hears: whoever hears himself is heard by the switch, and hears it. */
export function echoRoute(tenant: TenantRouting, { seat }: DiallingLeg): Action[] {
  return [
    ...belonging(tenant),
    ...account(seat),
    ['set', 'seatline_direction=internal'],
    ['sched_hangup', `+${ECHO_SECONDS}`],
    ['answer', ''],
    ['echo', ''],
  ];
}

/** Rings a seat of the tenant. */
export function internalRoute(tenant: TenantRouting, extension: string, { seat, callUuid }: DiallingLeg): Action[] {
  return [
    ...belonging(tenant, callUuid),
    ...account(seat),
    ...(seat === null ? [] : [['set', 'seatline_direction=internal'] as const]),
    ['set', 'hangup_after_bridge=true'],
    ['bridge', `${whoSitsThere(tenant, extension)}user/${extension}@${tenant.domain}`],
  ];
}

/** So that the call's record names the agent who was called. */
function whoSitsThere({ agents, domain }: TenantRouting, extension: string): string {
  const [number] = [...agents].find(([, agent]) => agent.extension === extension) ?? [];
  return number === undefined ? '' : `{seatline_agent=${number}@${domain}}`;
}

/**
 * Calls out over the trunk.
 * @param trunkLegUuid the uuid that the leg beyond the trunk will have
 * @param seconds after which the leg is cut, from its answer
 */
export function trunkRoute(
  tenant: TenantRouting,
  { number, callerNumber }: OutboundCall,
  leg: DiallingLeg,
  trunk: { dialString: string; legUuid: string; seconds: number },
): Action[] {
  return [
    ...belonging(tenant, leg.callUuid),
    ...outbound(number, leg),
    ['set', `effective_caller_id_number=${callerNumber}`],
    ['set', `effective_caller_id_name=${callerNumber}`],
    ['set', 'hangup_after_bridge=true'],
    ...limitSeat(tenant, leg.seat),
    ...takeChannel(tenant),
    ['bridge', `{origination_uuid=${trunk.legUuid},execute_on_answer='sched_hangup +${trunk.seconds} ALLOTTED_TIMEOUT'}${trunk.dialString}/${number}`],
  ];
}

/** Says no to a call outside, and why. */
export function refusedRoute(
  tenant: TenantRouting,
  number: string,
  leg: DiallingLeg,
  verdict: Verdict,
  answer: string,
): Action[] {
  return [...belonging(tenant, leg.callUuid), ...outbound(number, leg), ...refusal(verdict, answer)];
}

function outbound(number: string, { seat }: DiallingLeg): Action[] {
  const prefix = seat === null ? 'nolocal:' : '';
  return [
    ...account(seat),
    ['export', `${prefix}seatline_direction=outbound`],
    ['export', `${prefix}seatline_number=${number}`],
  ];
}

/** The seat that placed the call, where `show channels` tells it (`accountcode`), so that its calls can be ended. */
function account(seat: SeatRouting | null): Action[] {
  return seat === null ? [] : [['set', `accountcode=${seat.id}`]];
}
