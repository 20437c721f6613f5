import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { EVENTS_QUEUE } from '../../platform/events/event-envelope';
import { EVENTS_QUEUE_SETTINGS } from '../../platform/events/event-jobs';
import { BackboneChecks } from './backbone-checks';
import { DiskChecks } from './disk-checks';
import { HealthChecksController } from './health-checks.controller';
import { HealthChecksService } from './health-checks.service';
import { WorkChecks } from './work-checks';

/** The api process's; it counts the worker's jobs and takes none. */
@Module({
  imports: [BullModule.registerQueue({ name: EVENTS_QUEUE, settings: EVENTS_QUEUE_SETTINGS })],
  controllers: [HealthChecksController],
  providers: [BackboneChecks, DiskChecks, HealthChecksService, WorkChecks],
})
export class HealthChecksModule {}
