import type { Queue } from './queue';
import type { CallcenterStore } from './store';
import { isTierState } from './vocabulary';

export type TierResult = 'ok' | 'queue-not-found' | 'agent-not-found' | 'tier-not-found' | 'exists' | 'bad-state'
  | 'bad-key';

/** cc_tier_add, _update, _del. */
export class Tiers {
  constructor(
    private readonly store: CallcenterStore,
    private readonly findQueue: (name: string) => Promise<Queue | undefined>,
  ) {}

  async add(queue: string, agent: string, level: number, position: number): Promise<TierResult> {
    if (!(await this.findQueue(queue))) return 'queue-not-found';
    if (!this.store.agent(agent)) return 'agent-not-found';
    if (this.store.tier(queue, agent)) return 'exists';
    this.store.putTier({ queue, agent, state: 'Ready', level, position });
    return 'ok';
  }

  async update(key: string, value: string, queue: string, agent: string): Promise<TierResult> {
    const tier = this.store.tier(queue, agent);
    if (!tier) return 'tier-not-found';
    if (!this.store.agent(agent)) return 'agent-not-found';
    if (!(await this.findQueue(queue))) return 'queue-not-found';
    const column = key.toLowerCase();
    if (column === 'state') {
      if (!isTierState(value)) return 'bad-state';
      tier.state = value;
    } else if (column === 'level' || column === 'position') tier[column] = Number.parseInt(value, 10) || 0;
    else return 'bad-key';
    this.store.changed();
    return 'ok';
  }

  delete(queue: string, agent: string): void {
    this.store.deleteTier(queue, agent);
  }

  /** From XML: an omitted level or position becomes 1, also on a tier that exists. */
  async import(queue: string, agent: string, level = '1', position = '1'): Promise<void> {
    if (this.store.tier(queue, agent)) {
      await this.update('level', level, queue, agent);
      await this.update('position', position, queue, agent);
    } else await this.add(queue, agent, Number.parseInt(level, 10) || 0, Number.parseInt(position, 10) || 0);
  }
}
