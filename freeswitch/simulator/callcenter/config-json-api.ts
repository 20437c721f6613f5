import { nowSeconds } from '../core/clock';
import type { Callcenter } from './callcenter';
import { agentsOfQueue, membersByScore, queueRow, stringRows, tiersByLevel, type Row } from './listings';

export interface JsonApiResult {
  readonly ok: boolean;
  readonly response?: unknown;
}

/** Queues answer numbers as numbers and without their counters; everything else is strings. */
const QUEUE_LEFT_OUT = new Set(['calls_answered', 'calls_abandoned', 'ring_progressively_delay']);

/** `json {"command":"callcenter_config","data":{"arguments":"…","queue_name":"…"}}`. */
export function callcenterConfigJson(callcenter: Callcenter, data: unknown): JsonApiResult {
  const { arguments: words, queue_name: queue } = (data ?? {}) as { arguments?: unknown; queue_name?: unknown };
  if (typeof words !== 'string') return { ok: false };
  const { store } = callcenter;
  const rows = (list: readonly unknown[]): JsonApiResult => ({ ok: true, response: stringRows(list as Row[]) });
  const ofQueue = (list: (name: string) => readonly unknown[]): JsonApiResult => {
    if (typeof queue === 'string' && queue !== '') return rows(list(queue));
    return { ok: false, response: { error: 'Missing data attribute: queue_name' } };
  };
  switch (words.toLowerCase()) {
    case 'agent list':
      return rows(store.agents());
    case 'tier list':
      return rows(tiersByLevel(store));
    case 'member list':
      return rows(membersByScore(store, nowSeconds()));
    case 'queue list':
      return { ok: true, response: [...callcenter.queues.values()].map((entry) => jsonQueue(queueRow(entry))) };
    case 'queue list agents':
      return ofQueue((name) => agentsOfQueue(store, name));
    case 'queue list members':
      return ofQueue((name) => membersByScore(store, nowSeconds(), name));
    case 'queue list tiers':
      return ofQueue((name) => store.tiersOf(name));
    default:
      return { ok: false };
  }
}

function jsonQueue(row: Row): Record<string, string | number> {
  const shown = Object.entries(row).filter(([name, value]) => value !== null && !QUEUE_LEFT_OUT.has(name));
  return Object.fromEntries(shown.map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]));
}
