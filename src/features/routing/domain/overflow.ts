import type { Action } from '../../../telephony/xml/dialplan-xml';
import { overflowChain } from '../../queues/domain/overflow-chain';
import type { TenantRouting } from './tenant-routing';

/** On a leg, the queues that it has gone on from since it was sent to one, with commas between them. */
export const OVERFLOWED_VARIABLE = 'seatline_overflowed';

/** What is known of a leg that has come out of a queue: mod_callcenter's variables. */
export interface LeftQueue {
  /** `name@domain` */
  queue: string | undefined;
  reason: string | undefined;
  overflowed: string | undefined;
  baseScore: string | undefined;
  /** Epoch seconds. */
  joined: string | undefined;
  left: string | undefined;
}

/** Why mod_callcenter let a caller go whom nobody has answered, and who still waits. */
const UNSERVED = ['TIMEOUT', 'NO_AGENT_TIMEOUT'];

/**
 * The queue in which a caller begins to wait who is sent to another: those that are too full at this moment send him on; the
 * last one of the chain takes whoever comes.
 */
export function queueEntered(tenant: TenantRouting, queue: string): { queue: string; passed: string[] } {
  const chain = overflowChain(queue, nextOf(tenant));
  const free = chain.findIndex((name) => !tenant.overfull.has(name));
  const at = free < 0 ? chain.length - 1 : free;
  return { queue: chain[at] ?? queue, passed: chain.slice(0, at) };
}

/** Where a caller goes on waiting, with the time that he has waited; null where he does not. */
export function overflowRoute(tenant: TenantRouting, left: LeftQueue): { queue: string; before: Action[] } | null {
  const name = left.queue?.split('@')[0] ?? '';
  const passed = [...(left.overflowed?.split(',') ?? []), name];
  const next = nextOf(tenant)(name);
  if (!UNSERVED.includes(left.reason ?? '') || next === null || passed.includes(next)) return null;
  const entered = queueEntered(tenant, next);
  return {
    queue: entered.queue,
    before: [
      ['set', `${OVERFLOWED_VARIABLE}=${[...passed, ...entered.passed].join(',')}`],
      // mod_callcenter counts the waiting of each queue anew, and adds this to it
      ['set', `cc_base_score=${(whole(left.baseScore) ?? 0) + waited(left)}`],
    ],
  };
}

function nextOf({ queues }: TenantRouting): (queue: string) => string | null {
  return (queue) => {
    const next = queues.get(queue)?.overflowQueue ?? null;
    return next !== null && queues.has(next) ? next : null;
  };
}

/** Seconds; none where the switch does not say. */
function waited({ joined, left }: LeftQueue): number {
  const [from, to] = [whole(joined), whole(left)];
  return from === null || to === null ? 0 : Math.max(0, to - from);
}

function whole(digits: string | undefined): number | null {
  return /^\d{1,12}$/.test(digits ?? '') ? Number(digits) : null;
}
