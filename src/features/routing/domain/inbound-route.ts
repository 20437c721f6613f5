import type { Action } from '../../../telephony/xml/dialplan-xml';
import { BACK_VARIABLE } from '../../ivr-scripts/domain/claim';
import { isOpen } from '../../numbers/domain/opening-hours';
import { belonging, takeChannel } from './belonging';
import { leadingScript } from './leading-script';
import { introduceCaller, type KnownCaller, servedAs } from './known-caller';
import { backToScript, type ScriptEngine, scriptRoute } from './script-route';
import { type LeftQueue, OVERFLOWED_VARIABLE, overflowRoute, queueEntered } from './overflow';
import { presentableNumber } from './presentable-number';
import { soundPath, speaking } from './sound-path';
import { type AgentRouting, contextOf, type NumberRouting, type TenantRouting } from './tenant-routing';

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

/** Who calls, on a leg that may belong to a call already: somebody sent it on. */
export interface CallingLeg {
  uuid: string;
  callerNumber: string;
  callUuid?: string | undefined;
  /** The tenant's customer who calls; left out for a stranger and for a leg within the house. */
  caller?: KnownCaller | null;
}

/** What happens to a call that was placed to a tenant's number at `at`. */
export function inboundRoute(owner: TenantRouting, dialled: NumberRouting, leg: CallingLeg, at: Date, engine: ScriptEngine): Action[] {
  const caller = leg.caller ?? null;
  const tenant = speaking(owner, caller?.language);
  const number = servedAs(dialled, caller);
  const open = number.hours === null || isOpen(number.hours, tenant.timezone, at);
  return [
    ...introduce(leg.callerNumber),
    ...introduceCaller(caller),
    ...admit(tenant, number, leg.callUuid),
    ...(tenant.emergency ? closing(tenant, tenant.emergency.message) : open ? serving(tenant, number, leg, at, engine) : closing(tenant, number.closed)),
  ];
}

/** After the queue: on to the next one where the queue has one, else back to the script, if one leads. */
export function afterQueueRoute(tenant: TenantRouting, leg: { cause: string | undefined; isLed: boolean; left: LeftQueue }, engine: ScriptEngine): Action[] {
  const overflow = overflowRoute(tenant, leg.left);
  if (overflow) return [...overflow.before, ...waitingIn(tenant, overflow.queue)];
  return leg.isLed ? [['unset', BACK_VARIABLE], ...backToScript(tenant, engine)] : endRoute(tenant, leg.cause);
}

/** Whoever was served is done; who was not hears why before the line closes. */
export function endRoute(tenant: TenantRouting, cause: string | undefined): Action[] {
  return cause === 'answered' ? [['hangup', 'NORMAL_CLEARING']] : nobodyThere(tenant);
}

export function nobodyThere(tenant: TenantRouting): Action[] {
  return [
    ['playback', soundPath(tenant, 'busy')],
    ['hangup', 'NORMAL_CLEARING'],
  ];
}

/** A leg that somebody sends into a queue: it keeps its call, its channel and its recording. */
export function queueRoute(tenant: TenantRouting, queue: string, callUuid: string | undefined): Action[] {
  return [
    ...belonging(tenant, callUuid),
    ['set', `domain_name=${tenant.domain}`],
    ...passedOn(),
    ...waiting(tenant, queue),
  ];
}

/**
 * A leg that somebody sends to an agent: where he sits, and as long as he is rung for a queue. While they talk, no queue
 * rings him.
 *
 * @param otherwise what becomes of who reaches nobody: usually he hears so before the line closes
 */
export function agentRoute(
  tenant: TenantRouting, number: string, agent: AgentRouting, callUuid: string | undefined, otherwise = nobodyThere(tenant),
): Action[] {
  const name = `${number}@${tenant.domain}`;
  return [
    ...belonging(tenant, callUuid),
    ['set', 'hangup_after_bridge=true'],
    ['set', 'continue_on_fail=true'],
    [
      'bridge',
      `{seatline_agent=${name},execute_on_answer='callcenter_track ${name}'}` +
        `[leg_timeout=${agent.ringSeconds}]user/${agent.extension}@${tenant.domain}`,
    ],
    ...otherwise,
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
function admit(tenant: TenantRouting, number: NumberRouting, callUuid: string | undefined): Action[] {
  return [
    ...belonging(tenant, callUuid),
    ['set', `seatline_number=${number.number}`],
    ['set', `domain_name=${tenant.domain}`],
    ...passedOn(),
    ...takeChannel(tenant),
    ['answer', ''],
    ['sleep', OPENING_SILENCE_MS],
  ];
}

/** mod_callcenter passes on what it is told to, and nothing that is exported. */
function passedOn(): Action[] {
  return [['set', 'cc_export_vars=seatline_tenant,eavesdrop_group,seatline_call,domain_name,force_transfer_context']];
}

function serving(tenant: TenantRouting, number: NumberRouting, { uuid }: CallingLeg, at: Date, engine: ScriptEngine): Action[] {
  const { queue, greeting } = number;
  const script = leadingScript(number, at, tenant.timezone);
  return [...play(tenant, greeting), ...(script ? scriptRoute(tenant, { queue, script }, uuid, engine) : waiting(tenant, queue))];
}

function waiting(tenant: TenantRouting, queue: string): Action[] {
  const entered = queueEntered(tenant, queue);
  const overflows = tenant.queues.get(queue)?.overflowQueue ?? null;
  const passed: Action[] = overflows === null ? [] : [['set', `${OVERFLOWED_VARIABLE}=${entered.passed.join(',')}`]];
  return [...passed, ...waitingIn(tenant, entered.queue)];
}

function waitingIn(tenant: TenantRouting, queue: string): Action[] {
  return [
    ['callcenter', `${queue}@${tenant.domain}`],
    ['execute_extension', `${AFTER_QUEUE} XML ${contextOf(tenant.slug)}`],
  ];
}

function closing(tenant: TenantRouting, message: string | null): Action[] {
  return [['set', 'seatline_outcome=closed'], ...play(tenant, message), ['hangup', 'NORMAL_CLEARING']];
}

function play(tenant: TenantRouting, name: string | null): Action[] {
  return name === null ? [] : [['playback', soundPath(tenant, name)]];
}

