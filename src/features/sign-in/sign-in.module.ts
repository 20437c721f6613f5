import { Global, Module } from '@nestjs/common';
import { AuthModule } from '../../platform/auth/auth.module';
import { PrincipalSource } from '../../platform/auth/principal';
import { OwnPasswordController } from './own-password.controller';
import { OwnPasswordService } from './own-password.service';
import { PeopleReader } from './people.reader';
import { RefreshService } from './refresh.service';
import { SignInAttempts } from './sign-in-attempts';
import { SignInPolicyController } from './sign-in-policy.controller';
import { SignInPolicyRepository } from './sign-in-policy.repository';
import { SignInPolicyService } from './sign-in-policy.service';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';
import { TokensService } from './tokens.service';

/** Global because the platform's guard asks for its PrincipalSource. */
@Global()
@Module({
  imports: [AuthModule],
  controllers: [SignInController, OwnPasswordController, SignInPolicyController],
  providers: [
    SignInService,
    SignInAttempts,
    OwnPasswordService,
    RefreshService,
    SignInPolicyRepository,
    SignInPolicyService,
    TokensService,
    PeopleReader,
    { provide: PrincipalSource, useExisting: PeopleReader },
  ],
  exports: [PrincipalSource],
})
export class SignInModule {}
