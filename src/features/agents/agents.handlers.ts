import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { EventHandlers } from '../../platform/events/event-handlers';
import { Outbox } from '../../platform/events/outbox';
import { Configuration } from '../../platform/tenancy/configuration';
import { Agent } from './agent.entity';
import './agents.events';

/** What happens to agents elsewhere. */
@Injectable()
export class AgentsHandlers implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly database: TenantDatabase,
    private readonly configuration: Configuration,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('agent.put_on_break', 'follow-switch', ({ number, status, at }) =>
      this.putOnBreak(number, status, new Date(at)),
    );
  }

  /** The switch decided it, so the database follows; an agent who has changed status since keeps the new one. */
  private async putOnBreak(number: string, status: string, at: Date): Promise<void> {
    const loggedOut = status === 'Logged Out';
    await this.configuration.change(async () => {
      const changed = await this.database.table(Agent).update(
        { number, status: 'available', statusSince: LessThanOrEqual(at) },
        {
          status: loggedOut ? 'logged_out' : 'on_break',
          statusSince: this.clock.now(),
          ...(loggedOut && { signedInSeatId: null }),
        },
      );
      if (changed > 0) await this.outbox.add('agent.status_changed', { number });
    });
  }
}
