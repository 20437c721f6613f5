import type { Action } from '../../../telephony/xml/dialplan-xml';
import { AFTER_SCRIPT, BACK_VARIABLE, claimText, NEXT_VARIABLE, NOT_TRANSFERRED, RECORDINGS_VARIABLE, SCRIPT_VARIABLE } from '../../ivr-scripts/domain/claim';
import { contextOf, type LeadingScript, type TenantRouting } from './tenant-routing';
import { recordingsFolder } from './recordings-folder';
import { transferDestination } from './transfer-target';

/** What the way out of the house puts on a leg, and what the call must not show further on. */
const OUTBOUND_VARIABLES = ['nolocal:seatline_direction', 'nolocal:seatline_number', 'effective_caller_id_number', 'effective_caller_id_name', 'seatline_outcome'];

/** Where the scripts' engine listens, and what it knows our dialplans by. */
export interface ScriptEngine {
  address: string;
  secret: string;
}

/** A number whose callers are led by a script. */
interface LedNumber {
  queue: string;
  script: LeadingScript;
}

/** A number's script leads the caller; without the engine, or when it dies meanwhile, he comes to the number's queue. */
export function scriptRoute(tenant: TenantRouting, { queue, script }: LedNumber, legUuid: string, engine: ScriptEngine): Action[] {
  const claim = claimText(engine.secret, { tenantId: tenant.tenantId, legUuid, scriptId: script.id, version: script.version });
  return [
    ['set', `${SCRIPT_VARIABLE}=${claim}`],
    ['set', `${RECORDINGS_VARIABLE}=${recordingsFolder(tenant.tenantId)}`],
    ...handOver(tenant, engine, transferDestination({ kind: 'queue', name: queue })),
  ];
}

/** Back to the script, out of a queue. */
export function backToScript(tenant: TenantRouting, engine: ScriptEngine): Action[] {
  return handOver(tenant, engine, AFTER_SCRIPT);
}

/** Whom a script has sent to somebody, and who reaches nobody there, is led on, and looks like a caller again. */
export function notTransferred(tenant: TenantRouting, engine: ScriptEngine): Action[] {
  return [
    ...OUTBOUND_VARIABLES.map((name): Action => ['unset', name]),
    ['set', `${BACK_VARIABLE}=${NOT_TRANSFERRED}`],
    ...backToScript(tenant, engine),
  ];
}

/**
 * The engine says where to, and gives the leg back, and only then does the leg move. To transfer it away would not do: the
 * socket's end, which must wake the leg where the engine dies (socket_resume), breaks whatever the leg does by then, and
 * that would be its waiting in the queue.
 */
function handOver({ slug }: TenantRouting, { address }: ScriptEngine, otherwise: string): Action[] {
  return [
    ['set', `${NEXT_VARIABLE}=${otherwise}`],
    ['set', 'socket_resume=true'],
    ['socket', `${address} async full`],
    ['transfer', `\${${NEXT_VARIABLE}} XML ${contextOf(slug)}`],
  ];
}
