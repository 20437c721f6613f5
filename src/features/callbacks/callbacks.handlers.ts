import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers } from '../../platform/events/event-handlers';
import '../calls/calls.events';
import { CallbackResults } from './callback-results.service';

@Injectable()
export class CallbacksHandlers implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly results: CallbackResults,
  ) {}

  onModuleInit(): void {
    this.handlers.on('call.settled', 'callback-results', ({ callId }) => this.results.take(callId));
  }
}
