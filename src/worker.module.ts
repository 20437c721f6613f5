import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ENTITIES } from './entities';
import { FeaturesModule } from './features.module';
import type { Config } from './platform/config/config';
import { EventsModule } from './platform/events/events.module';
import { PlatformModule } from './platform/platform.module';

/** Bull jobs and schedules: rating, invoices, sweeps. */
@Module({})
export class WorkerModule {
  static of(config: Readonly<Config>): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.of(config, ENTITIES), FeaturesModule, ScheduleModule.forRoot(), EventsModule.withRunner()],
    };
  }
}
