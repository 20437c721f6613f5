import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { CalendarsReader } from '../../calendars/calendars.reader';
import { CallsReader } from '../../calls/calls.reader';
import { LiveReader } from '../../live/live.reader';
import { isOpen } from '../../numbers/domain/opening-hours';
import { QueuesReader } from '../../queues/queues.reader';
import { TenantsReader } from '../../tenants/tenants.reader';
import type { Input, QueueFacts } from '../domain/command';
import { estimatedWait } from '../domain/estimated-wait';

/** What is so at this moment, for the branches of scripts. */
@Injectable()
export class ScriptFacts {
  constructor(
    private readonly calendars: CalendarsReader,
    private readonly queues: QueuesReader,
    private readonly live: LiveReader,
    private readonly calls: CallsReader,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
  ) {}

  async look(calendars: readonly string[], queues: readonly string[]): Promise<Input> {
    const [open, states] = await Promise.all([this.open(calendars), this.statesOf(queues)]);
    return { kind: 'facts', open, queues: states };
  }

  private async open(names: readonly string[]): Promise<Record<string, boolean>> {
    if (names.length === 0) return {};
    const [{ timezone }, hours] = await Promise.all([this.tenants.current(), this.calendars.hoursByName(names)]);
    const now = this.clock.now();
    return Object.fromEntries([...hours].map(([name, week]) => [name, isOpen(week, timezone, now)]));
  }

  private async statesOf(names: readonly string[]): Promise<Record<string, QueueFacts>> {
    if (names.length === 0) return {};
    const [agentsOf, waitingIn] = await Promise.all([this.queues.agentsAtWork(), this.live.waitingByQueue()]);
    const states = names.map(async (name) => {
      const [agents, waiting] = [agentsOf.get(name) ?? 0, waitingIn.get(name) ?? 0];
      const talk = await this.calls.meanTalkSeconds(name, this.clock.now());
      return [name, { agents, waiting, estimatedWait: estimatedWait(waiting, agents, talk) }] as const;
    });
    return Object.fromEntries(await Promise.all(states));
  }
}
