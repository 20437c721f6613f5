import { BullModule } from '@nestjs/bull';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { EVENTS_QUEUE } from './event-envelope';
import { EventHandlers } from './event-handlers';
import { EventRunner } from './event-runner';
import { Outbox } from './outbox';
import { OutboxRelay } from './outbox-relay';

/** Every process may write events; only the worker relays and handles them. */
@Global()
@Module({ providers: [Outbox, EventHandlers], exports: [Outbox, EventHandlers] })
export class EventsModule {
  static withRunner(): DynamicModule {
    return {
      module: EventRunnerModule,
      imports: [BullModule.registerQueue({ name: EVENTS_QUEUE })],
      providers: [OutboxRelay, EventRunner],
    };
  }
}

@Module({})
class EventRunnerModule {}
