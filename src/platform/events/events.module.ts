import { Global, Module } from '@nestjs/common';
import { EventHandlers } from './event-handlers';
import { Outbox } from './outbox';

/** Every process may write events; the worker handles them (event-runner.module.ts). */
@Global()
@Module({ providers: [Outbox, EventHandlers], exports: [Outbox, EventHandlers] })
export class EventsModule {}
