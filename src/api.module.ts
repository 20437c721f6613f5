import { type DynamicModule, Module } from '@nestjs/common';
import { AgentsModule } from './features/agents/agents.module';
import { QueuesModule } from './features/queues/queues.module';
import { SignInModule } from './features/sign-in/sign-in.module';
import { AuthModule } from './platform/auth/auth.module';
import type { Config } from './platform/config/config';
import { PlatformModule } from './platform/platform.module';
import { ENTITIES } from './entities';

/** REST, websockets, XML for the switch, CDR intake. */
@Module({})
export class ApiModule {
  static of(config: Readonly<Config>): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.of(config, ENTITIES), AuthModule, SignInModule, AgentsModule, QueuesModule],
    };
  }
}
