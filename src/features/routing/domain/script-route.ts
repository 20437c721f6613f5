import type { Action } from '../../../telephony/xml/dialplan-xml';
import { claimText, SCRIPT_VARIABLE } from '../../ivr-scripts/domain/claim';
import type { NumberRouting, TenantRouting } from './tenant-routing';

/** Where the scripts' engine listens, and what it knows our dialplans by. */
export interface ScriptEngine {
  address: string;
  secret: string;
}

/** A number's script leads the caller. With no script, no engine, or one that dies meanwhile, the dialplan goes on. */
export function scriptRoute({ tenantId }: TenantRouting, { script }: NumberRouting, legUuid: string, engine: ScriptEngine): Action[] {
  if (!script) return [];
  const claim = claimText(engine.secret, { tenantId, legUuid, scriptId: script.id, version: script.version });
  return [['set', `${SCRIPT_VARIABLE}=${claim}`], ...handOver(engine)];
}

/** Back to the script out of a queue; `claim` is the leg's own, which the engine judges. */
export function backToScript(claim: string | undefined, engine: ScriptEngine): Action[] {
  return claim === undefined ? [] : handOver(engine);
}

function handOver({ address }: ScriptEngine): Action[] {
  return [
    ['set', 'socket_resume=true'],
    ['socket', `${address} async full`],
  ];
}
