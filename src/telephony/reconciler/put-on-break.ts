import type { Correction } from './correction';
import type { DesiredState } from './desired-state';

/** How long the database may take to follow; after that it is right again. */
const FOLLOWS_WITHIN_MS = 10_000;

/**
 * Agents whom the switch itself took off the queues after too many missed offers. The database follows such a
 * decision within moments, but a run in between would find the agent wrongly on break and put them back, to miss the
 * next call too.
 */
export class PutOnBreak {
  private readonly since = new Map<string, number>();

  /** @param at, as all times here, in milliseconds of one clock */
  note(agent: string, at: number): void {
    this.since.set(agent, at);
  }

  /** The corrections without those that would undo what the switch has just decided. */
  respect(corrections: readonly Correction[], desired: DesiredState, now: number): Correction[] {
    for (const { name, status } of desired.agents) if (status !== 'Available') this.since.delete(name);
    return corrections.filter((each) => each.kind !== 'set-agent-status' || !this.isPending(each.agent, now));
  }

  private isPending(agent: string, now: number): boolean {
    return now - (this.since.get(agent) ?? -Infinity) < FOLLOWS_WITHIN_MS;
  }
}
