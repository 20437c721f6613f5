import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers } from '../../platform/events/event-handlers';
import '../calls/calls.events';
import { UsageService } from './usage.service';

@Injectable()
export class UsageHandlers implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly usage: UsageService,
  ) {}

  onModuleInit(): void {
    this.handlers.on('call.settled', 'rate-usage', ({ callId }) => this.usage.rateCall(callId));
  }
}
