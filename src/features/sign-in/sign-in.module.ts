import { Global, Module } from '@nestjs/common';
import { AuthModule } from '../../platform/auth/auth.module';
import { PrincipalSource } from '../../platform/auth/principal';
import { PeopleReader } from './people.reader';
import { RefreshService } from './refresh.service';
import { SignInAttempts } from './sign-in-attempts';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';
import { TokensService } from './tokens.service';

/** Global because the platform's guard asks for its PrincipalSource. */
@Global()
@Module({
  imports: [AuthModule],
  controllers: [SignInController],
  providers: [
    SignInService,
    SignInAttempts,
    RefreshService,
    TokensService,
    PeopleReader,
    { provide: PrincipalSource, useExisting: PeopleReader },
  ],
  exports: [PrincipalSource],
})
export class SignInModule {}
