import { COMMAND_LIFE_MS } from '../../../telephony/commands/switch-command';
import type { KnownNode } from '../../../telephony/nodes/node-reports';

/** A process that has just found its switch asks it for its calls, and tells of them, well within this time. */
const SHOWN_MS = 20_000;

/**
 * Whether a call for which the command was given at `since` would be shown by now, had there been one. While a node's process
 * is away, or has only just come back, its calls may go on unseen.
 */
export function wouldBeHeard(since: Date, nodes: readonly KnownNode[], now: Date): boolean {
  const listening = nodes.map(({ alive, report: { link } }) => (alive && link.up ? Date.parse(link.since) : Number.POSITIVE_INFINITY));
  return now.getTime() >= Math.max(since.getTime() + COMMAND_LIFE_MS, ...listening) + SHOWN_MS;
}
