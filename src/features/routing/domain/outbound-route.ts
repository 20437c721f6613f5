import type { Action } from '../../../telephony/xml/dialplan-xml';
import { readPhoneNumber } from '../../numbers/domain/phone-number';
import type { TenantRouting } from './tenant-routing';

/** What is known of the leg that dials. */
export interface DiallingLeg {
  /** A caller from outside whom an agent sends on: the leg's own account stays that of a call that came in. */
  transferred: boolean;
}

/** What happens when one of the tenant's own phones dials, or sends a caller on: a seat of the tenant, or outside. */
export function outboundRoute(tenant: TenantRouting, destination: string, trunk: string, leg: DiallingLeg): Action[] | null {
  if (tenant.seats.has(destination)) return internal(tenant, destination, leg);
  const reading = readPhoneNumber(destination);
  const [callerNumber] = tenant.numbers.keys();
  if (!reading.ok || callerNumber === undefined) return null;
  const account = leg.transferred ? 'nolocal:' : '';
  return [
    ...belonging(tenant),
    ['export', `${account}seatline_direction=outbound`],
    ['export', `${account}seatline_number=${reading.number}`],
    ['set', `effective_caller_id_number=${callerNumber}`],
    ['set', `effective_caller_id_name=${callerNumber}`],
    ['set', 'hangup_after_bridge=true'],
    ['limit', `hash seatline ${tenant.slug} ${tenant.concurrentCalls} !NORMAL_CIRCUIT_CONGESTION`],
    ['bridge', `${trunk}/${reading.number}`],
  ];
}

function internal(tenant: TenantRouting, extension: string, leg: DiallingLeg): Action[] {
  return [
    ...belonging(tenant),
    ...(leg.transferred ? [] : [['set', 'seatline_direction=internal'] as const]),
    ['set', 'hangup_after_bridge=true'],
    ['bridge', `user/${extension}@${tenant.domain}`],
  ];
}

/** Every leg names its tenant and its call, which is named after its first leg and keeps its name when transferred. */
function belonging(tenant: TenantRouting): Action[] {
  return [
    ['export', `seatline_tenant=${tenant.tenantId}`],
    ['export', 'seatline_call=${uuid}'],
  ];
}
