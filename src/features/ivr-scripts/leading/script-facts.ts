import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { CalendarsReader } from '../../calendars/calendars.reader';
import { isOpen } from '../../numbers/domain/opening-hours';
import { QueueStatesReader } from '../../queue-standing/queue-states.reader';
import { TenantsReader } from '../../tenants/tenants.reader';
import type { Input } from '../domain/command';

/** What is so at this moment, for the branches of scripts. */
@Injectable()
export class ScriptFacts {
  constructor(
    private readonly calendars: CalendarsReader,
    private readonly states: QueueStatesReader,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
  ) {}

  async look(calendars: readonly string[], queues: readonly string[]): Promise<Input> {
    const [open, states] = await Promise.all([this.open(calendars), this.states.of(queues)]);
    return { kind: 'facts', open, queues: Object.fromEntries(states) };
  }

  private async open(names: readonly string[]): Promise<Record<string, boolean>> {
    if (names.length === 0) return {};
    const [{ timezone }, hours] = await Promise.all([this.tenants.current(), this.calendars.hoursByName(names)]);
    const now = this.clock.now();
    return Object.fromEntries([...hours].map(([name, week]) => [name, isOpen(week, timezone, now)]));
  }
}
