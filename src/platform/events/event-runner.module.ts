import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { RedisDurability } from '../redis/redis-durability';
import { EVENTS_QUEUE } from './event-envelope';
import { EventRunner } from './event-runner';
import { OutboxRelay } from './outbox-relay';

/** Relays and handles events; the worker's part. */
@Module({ imports: [BullModule.registerQueue({ name: EVENTS_QUEUE })], providers: [OutboxRelay, EventRunner, RedisDurability] })
export class EventRunnerModule {}
