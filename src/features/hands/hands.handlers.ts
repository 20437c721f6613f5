import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers } from '../../platform/events/event-handlers';
import '../agents/agents.events';
import { AgentsReader } from '../agents/agents.reader';
import { OwnHandService } from './own-hand.service';

/** Who is not there needs no help. */
@Injectable()
export class HandsHandlers implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly agents: AgentsReader,
    private readonly hands: OwnHandService,
  ) {}

  onModuleInit(): void {
    this.handlers.on('agent.status_changed', 'lower-hand', ({ number }) => this.follow(number));
  }

  /** As the agent is by now: one who has signed in again meanwhile keeps the hand. */
  private async follow(number: string): Promise<void> {
    const agent = await this.agents.ofNumber(number);
    if (!agent || agent.status === 'logged_out') await this.hands.lowerOf(number);
  }
}
