import type { Action } from '../../../telephony/xml/dialplan-xml';
import { readPhoneNumber } from '../../numbers/domain/phone-number';
import type { TenantRouting } from './tenant-routing';

/** What happens when one of the tenant's own phones dials: a seat of the same tenant, or a number outside. */
export function outboundRoute(tenant: TenantRouting, destination: string, trunk: string): Action[] | null {
  if (tenant.seats.has(destination)) return internal(tenant, destination);
  const reading = readPhoneNumber(destination);
  const [callerNumber] = tenant.numbers.keys();
  if (!reading.ok || callerNumber === undefined) return null;
  return [
    ['export', `seatline_tenant=${tenant.tenantId}`],
    ['export', 'seatline_direction=outbound'],
    ['set', `seatline_number=${reading.number}`],
    ['set', `effective_caller_id_number=${callerNumber}`],
    ['set', `effective_caller_id_name=${callerNumber}`],
    ['set', 'hangup_after_bridge=true'],
    ['limit', `hash seatline ${tenant.slug} ${tenant.concurrentCalls} !NORMAL_CIRCUIT_CONGESTION`],
    ['bridge', `${trunk}/${reading.number}`],
  ];
}

function internal(tenant: TenantRouting, extension: string): Action[] {
  return [
    ['export', `seatline_tenant=${tenant.tenantId}`],
    ['set', 'seatline_direction=internal'],
    ['set', 'hangup_after_bridge=true'],
    ['bridge', `user/${extension}@${tenant.domain}`],
  ];
}
