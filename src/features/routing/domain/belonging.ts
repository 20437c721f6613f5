import type { Verdict } from '../../../telephony/calls/verdict';
import type { Action } from '../../../telephony/xml/dialplan-xml';
import { contextOf, type SeatRouting, type TenantRouting } from './tenant-routing';

/**
 * Every leg names its tenant and its call, which is named after its first leg and keeps its name when transferred; and
 * wherever one is sent, by whomever, it stays in its tenant's context.
 *
 * @param callUuid the call that the leg belongs to already; left out, it begins one
 */
export function belonging(tenant: TenantRouting, callUuid = '${uuid}'): Action[] {
  return [
    ['export', `seatline_tenant=${tenant.tenantId}`],
    ['export', `eavesdrop_group=${tenant.tenantId}`],
    ['export', `seatline_call=${callUuid}`],
    ['export', `force_transfer_context=${contextOf(tenant.slug)}`],
  ];
}

/**
 * Takes one of the tenant's channels, or ends the call. A call keeps its channel however often it is transferred: by
 * default a transfer gives it back, and any number of calls could be parked on seats beside the cap. Calls that begin
 * too fast are turned away before they take one.
 */
export function takeChannel({ tenantId, channels, plan }: TenantRouting): Action[] {
  return [
    ['set', 'limit_ignore_transfer=true'],
    ['set', 'seatline_outcome=rate-limited'],
    ['limit', `hash seatline-rate ${tenantId} ${plan.callsPerSecond}/1 !NORMAL_CIRCUIT_CONGESTION`],
    ['set', 'seatline_outcome=channel-cap'],
    ['limit', `hash seatline ${tenantId} ${channels} !NORMAL_CIRCUIT_CONGESTION`],
    ['unset', 'seatline_outcome'],
  ];
}

/** Says no, with the reason for the call's record and a status for whoever dialled. */
export function refusal(verdict: Verdict, answer: string): Action[] {
  return [
    ['set', `seatline_outcome=${verdict}`],
    ['respond', answer],
  ];
}

/** The switch's own count of what a seat dials, which holds also where ours does not: at most twice as much in a minute. */
export function limitSeat({ plan }: TenantRouting, seat: SeatRouting | null): Action[] {
  if (seat === null) return [];
  return [
    ['set', 'seatline_outcome=rate-limited'],
    ['limit', `hash seatline-seat ${seat.id} ${plan.seatCallsPerMinute}/60 !CALL_REJECTED`],
    ['unset', 'seatline_outcome'],
  ];
}
