import type { Action } from '../../../telephony/xml/dialplan-xml';
import { AFTER_SCRIPT, claimText, NEXT_VARIABLE, SCRIPT_VARIABLE } from '../../ivr-scripts/domain/claim';
import { contextOf, type NumberRouting, type TenantRouting } from './tenant-routing';
import { transferDestination } from './transfer-target';

/** Where the scripts' engine listens, and what it knows our dialplans by. */
export interface ScriptEngine {
  address: string;
  secret: string;
}

/** A number whose callers are led by a script. */
interface LedNumber {
  queue: string;
  script: NonNullable<NumberRouting['script']>;
}

/** A number's script leads the caller; without the engine, or when it dies meanwhile, he comes to the number's queue. */
export function scriptRoute(tenant: TenantRouting, { queue, script }: LedNumber, legUuid: string, engine: ScriptEngine): Action[] {
  const claim = claimText(engine.secret, { tenantId: tenant.tenantId, legUuid, scriptId: script.id, version: script.version });
  return [['set', `${SCRIPT_VARIABLE}=${claim}`], ...handOver(tenant, engine, transferDestination({ kind: 'queue', name: queue }))];
}

/** Back to the script, out of a queue. */
export function backToScript(tenant: TenantRouting, engine: ScriptEngine): Action[] {
  return handOver(tenant, engine, AFTER_SCRIPT);
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
