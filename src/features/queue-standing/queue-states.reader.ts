import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { CallsReader } from '../calls/calls.reader';
import { LiveReader } from '../live/live.reader';
import { QueuesReader } from '../queues/queues.reader';
import { estimatedWait } from './domain/estimated-wait';
import type { QueueState } from './domain/queue-state';

/** The narrow questions that other features may ask. */
@Injectable()
export class QueueStatesReader {
  constructor(
    private readonly queues: QueuesReader,
    private readonly live: LiveReader,
    private readonly calls: CallsReader,
    private readonly clock: Clock,
  ) {}

  /** Of these queues of the tenant that is set, by name; one that there is not has nobody at work. */
  async of(names: readonly string[]): Promise<Map<string, QueueState>> {
    if (names.length === 0) return new Map();
    const [agentsOf, waitingIn] = await Promise.all([this.queues.agentsAtWork(), this.live.waitingByQueue()]);
    const states = names.map(async (name) => {
      const [agents, waiting] = [agentsOf.get(name) ?? 0, waitingIn.get(name) ?? 0];
      return [name, { agents, waiting, estimatedWait: estimatedWait(waiting, agents, await this.talkOf(name)) }] as const;
    });
    return new Map(await Promise.all(states));
  }

  /** How long whoever is in a place of a queue is likely to wait, in seconds: infinite without an agent. */
  async waitIn(name: string): Promise<(place: number) => number> {
    const [agentsOf, talk] = await Promise.all([this.queues.agentsAtWork(), this.talkOf(name)]);
    return (place) => estimatedWait(place, agentsOf.get(name) ?? 0, talk);
  }

  private talkOf(name: string): Promise<number | null> {
    return this.calls.meanTalkSeconds(name, this.clock.now());
  }
}
