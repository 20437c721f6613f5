import { type DynamicModule, Module } from '@nestjs/common';
import { ENTITIES } from './entities';
import { FeaturesModule } from './features.module';
import type { Config } from './platform/config/config';
import { PlatformModule } from './platform/platform.module';

/** The event-socket link to one FreeSWITCH node and the reconciler. */
@Module({})
export class SwitchModule {
  static of(config: Readonly<Config>): DynamicModule {
    return { module: SwitchModule, imports: [PlatformModule.of(config, ENTITIES), FeaturesModule] };
  }
}
