import { type DynamicModule, Module } from '@nestjs/common';
import { ENTITIES } from './entities';
import { SignInModule } from './features/sign-in/sign-in.module';
import { FeaturesModule } from './features.module';
import { AuthModule } from './platform/auth/auth.module';
import type { Config } from './platform/config/config';
import { PlatformModule } from './platform/platform.module';
import { CdrModule } from './telephony/cdr/cdr.module';
import { XmlModule } from './telephony/xml/xml.module';

/** REST, websockets, XML for the switch, CDR intake. */
@Module({})
export class ApiModule {
  static of(config: Readonly<Config>): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.of(config, ENTITIES), AuthModule, SignInModule, FeaturesModule, XmlModule, CdrModule],
    };
  }
}
