import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { EventHandlers } from '../../platform/events/event-handlers';
import { Outbox } from '../../platform/events/outbox';
import { Configuration } from '../../platform/tenancy/configuration';
import { AgentSpellsRepository } from './agent-spells.repository';
import { AgentsRepository } from './agents.repository';
import './agents.events';

/** What happens to agents elsewhere. */
@Injectable()
export class AgentsHandlers implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly agents: AgentsRepository,
    private readonly spells: AgentSpellsRepository,
    private readonly configuration: Configuration,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('agent.put_on_break', 'follow-switch', ({ number, status, at }) =>
      this.putOnBreak(number, status, new Date(at)),
    );
    this.handlers.on('agent.wrap_up_began', 'keep-spell', ({ number, since, until }) =>
      this.spells.keepWrapUp(number, new Date(since), new Date(until)),
    );
    this.handlers.on('agent.took_next_call', 'restore-wrap-up', ({ number }) => this.restoreWrapUp(number));
  }

  /** The switch decided it, so the database follows; an agent who has changed status since keeps the new one. */
  private async putOnBreak(number: string, word: string, at: Date): Promise<void> {
    await this.configuration.change(async () => {
      const agent = await this.agents.lockByNumber(number);
      if (agent?.status !== 'available' || agent.statusSince > at) return;
      const status = word === 'Logged Out' ? ('logged_out' as const) : ('on_break' as const);
      const signedInSeatId = status === 'logged_out' ? null : agent.signedInSeatId;
      const next = { status, statusSince: this.clock.now(), breakReason: null, signedInSeatId };
      await this.agents.setPresence(agent.id, next);
      await this.spells.follow(number, next);
      await this.outbox.add('agent.status_changed', { number });
    });
  }

  /** The next call has its wrap-up again. */
  private async restoreWrapUp(number: string): Promise<void> {
    await this.configuration.change(async () => {
      const agent = await this.agents.lockByNumber(number);
      if (agent) await this.agents.waiveWrapUp(agent.id, null);
    });
  }
}
