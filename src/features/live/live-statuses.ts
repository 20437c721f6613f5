import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers } from '../../platform/events/event-handlers';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import '../agents/agents.events';
import { AgentsReader } from '../agents/agents.reader';
import { LiveStore } from './live-store';

/** Shows what agents chose, or others for them, on every screen of the tenant and on the agent's own. */
@Injectable()
export class LiveStatuses implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly agents: AgentsReader,
    private readonly live: LiveStore,
  ) {}

  onModuleInit(): void {
    this.handlers.on('agent.status_changed', 'show-status', ({ number }) => this.show(number));
  }

  /** As it is by now: of two events in the wrong order, or one that comes twice, the last word is the right one. */
  private async show(number: string): Promise<void> {
    const agent = await this.agents.ofNumber(number);
    if (!agent) return;
    const { status, statusSince, breakReason, teamId } = agent;
    const shown = { number, status, since: statusSince.toISOString(), breakReason, teamId };
    await this.live.tell(tenantContext.tenantId(), { type: 'status', agent: shown });
  }
}
