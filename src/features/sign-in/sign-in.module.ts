import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PrincipalSource } from '../../platform/auth/principal';
import { TOKEN_ISSUER } from '../../platform/auth/strategies';
import { Config } from '../../platform/config/config';
import { PeopleReader } from './people.reader';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';

/** Global because the platform's guard asks for its PrincipalSource. */
@Global()
@Module({
  imports: [
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        secret: config.JWT_SECRET,
        signOptions: { issuer: TOKEN_ISSUER, algorithm: 'HS256' },
      }),
    }),
  ],
  controllers: [SignInController],
  providers: [SignInService, PeopleReader, { provide: PrincipalSource, useExisting: PeopleReader }],
  exports: [PrincipalSource],
})
export class SignInModule {}
