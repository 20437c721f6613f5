import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { ENTITIES } from './entities';
import { FeaturesModule } from './features.module';
import type { Config } from './platform/config/config';
import { PlatformModule } from './platform/platform.module';

/** One process of the product: the platform, the features, and the parts that this process plays. */
@Module({})
export class ProcessModule {
  static of(config: Readonly<Config>, ...parts: Type[]): DynamicModule {
    return { module: ProcessModule, imports: [PlatformModule.of(config, ENTITIES), FeaturesModule, ...parts] };
  }
}
