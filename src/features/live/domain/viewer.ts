import { maskNumber } from '../../../platform/privacy/mask-number';
import { maskName } from '../../../platform/privacy/mask-name';
import type { LiveCall, LiveCaller, LiveChange } from './live-view';

/** Who looks at the floor. */
export interface Viewer {
  /** Whether they see whose numbers they are. */
  seesNumbers: boolean;
  /** The number of the agent that they are, if any. */
  agent: string | null;
}

/**
 * A call as a viewer may see it. An agent sees whom he talks to or is rung for: his phone shows it too, and he has to know whom
 * he serves; of other agents' calls he needs to know that they go on.
 */
export function callFor({ seesNumbers, agent }: Viewer, call: LiveCall): LiveCall {
  const isOwn = agent !== null && (call.agent === agent || call.offeredTo === agent);
  if (seesNumbers || isOwn) return call;
  // the number called is the tenant's own when the call came in
  const to = call.direction === 'inbound' ? call.to : maskNumber(call.to);
  return { ...call, from: maskNumber(call.from), to, caller: call.caller && masked(call.caller) };
}

function masked(caller: LiveCaller): LiveCaller {
  return { ...caller, name: caller.name === null ? null : maskName(caller.name) };
}

export function changeFor(viewer: Viewer, change: LiveChange): LiveChange {
  return change.type === 'call' ? { ...change, call: callFor(viewer, change.call) } : change;
}
