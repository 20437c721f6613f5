import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers } from '../../platform/events/event-handlers';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import '../hands/hands.events';
import { HandsReader } from '../hands/hands.reader';
import { liveHand } from './domain/live-hand';
import { LiveStore } from './live-store';

/** Shows raised hands to whoever may see them, and an agent what becomes of the own. */
@Injectable()
export class LiveHands implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly hands: HandsReader,
    private readonly live: LiveStore,
  ) {}

  onModuleInit(): void {
    this.handlers.on('hand.changed', 'show-hand', ({ handId }) => this.show(handId));
  }

  /** As it is by now, whatever order the events come in. */
  private async show(handId: string): Promise<void> {
    const hand = await this.hands.find(handId);
    if (hand) await this.live.tell(tenantContext.tenantId(), { type: 'hand', hand: liveHand(hand) });
  }
}
