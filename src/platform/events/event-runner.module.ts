import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { RedisDurability } from '../redis/redis-durability';
import { EventBacklog } from './event-backlog';
import { EVENTS_QUEUE } from './event-envelope';
import { EVENTS_QUEUE_SETTINGS } from './event-jobs';
import { EventRunner } from './event-runner';
import { OldJobsSchedule } from './old-jobs.schedule';
import { OutboxRelay } from './outbox-relay';

/** Relays and handles events; the worker's part. */
@Module({
  imports: [BullModule.registerQueue({ name: EVENTS_QUEUE, settings: EVENTS_QUEUE_SETTINGS })],
  providers: [OutboxRelay, EventRunner, EventBacklog, OldJobsSchedule, RedisDurability],
})
export class EventRunnerModule {}
