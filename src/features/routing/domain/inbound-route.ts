import type { Action } from '../../../telephony/xml/dialplan-xml';
import { isOpen } from '../../numbers/domain/opening-hours';
import { belonging, takeChannel } from './belonging';
import { presentableNumber } from './presentable-number';
import { contextOf, type NumberRouting, type TenantRouting } from './tenant-routing';

/** Where a call goes on once it left its queue without having been transferred. */
export const AFTER_QUEUE = 'after-queue';

/** Silence before the first word, so that it is not lost while the media path opens. */
const OPENING_SILENCE_MS = '300';

/**
 * The answer to a call for a number that nobody owns. Said in so many words: to "not found" the switch would find its
 * own dialplan, which tells the trunk that we are down.
 */
export const NOBODYS_NUMBER: Action[] = [
  ['set', 'seatline_outcome=nobodys-number'],
  ['respond', '404 Not Found'],
];

/** What happens to a call that `callerNumber` placed to a tenant's number at `at`. */
export function inboundRoute(tenant: TenantRouting, number: NumberRouting, callerNumber: string, at: Date): Action[] {
  const open = number.hours === null || isOpen(number.hours, tenant.timezone, at);
  return [
    ...introduce(callerNumber),
    ...admit(tenant, number),
    ...(open ? queueing(tenant, number) : closing(tenant, number)),
  ];
}

/** After the queue: whoever was served is done; who was not hears why before the line closes. */
export function afterQueueRoute(tenant: TenantRouting, cause: string | undefined): Action[] {
  if (cause === 'answered') return [['hangup', 'NORMAL_CLEARING']];
  return [
    ['playback', sound(tenant, 'busy')],
    ['hangup', 'NORMAL_CLEARING'],
  ];
}

/** The agents' phones show the number for the name too: a name can hold anything (see presentableNumber). */
function introduce(callerNumber: string): Action[] {
  const shown = presentableNumber(callerNumber);
  return [
    ['set_profile_var', `caller_id_number=${shown}`],
    ['set_profile_var', `caller_id_name=${shown}`],
  ];
}

/** A call that its tenant has no channel left for is refused before it is answered. */
function admit(tenant: TenantRouting, number: NumberRouting): Action[] {
  return [
    ...belonging(tenant),
    ['set', `seatline_number=${number.number}`],
    ['set', `domain_name=${tenant.domain}`],
    // mod_callcenter passes on what it is told to, and nothing that is exported
    ['set', 'cc_export_vars=seatline_tenant,seatline_call,domain_name,force_transfer_context'],
    ...takeChannel(tenant),
    ['answer', ''],
    ['sleep', OPENING_SILENCE_MS],
  ];
}

function queueing(tenant: TenantRouting, number: NumberRouting): Action[] {
  return [
    ...play(tenant, number.greeting),
    ['callcenter', `${number.queue}@${tenant.domain}`],
    ['execute_extension', `${AFTER_QUEUE} XML ${contextOf(tenant.slug)}`],
  ];
}

function closing(tenant: TenantRouting, number: NumberRouting): Action[] {
  return [['set', 'seatline_outcome=closed'], ...play(tenant, number.closed), ['hangup', 'NORMAL_CLEARING']];
}

function play(tenant: TenantRouting, name: string | null): Action[] {
  return name === null ? [] : [['playback', sound(tenant, name)]];
}

/** Relative to the switch's sounds folder. */
function sound(tenant: TenantRouting, name: string): string {
  return `${tenant.locale}/${name}.wav`;
}
