import { Global, Module } from '@nestjs/common';
import { AuthModule } from '../../platform/auth/auth.module';
import { PrincipalSource } from '../../platform/auth/principal';
import { AgentsReaderModule } from '../agents/agents-reader.module';
import { UsersModule } from '../users/users.module';
import { Challenges } from './challenges';
import { IdentityLinksRepository } from './identity-links.repository';
import { IdentityProvidersController } from './identity-providers.controller';
import { IdentityProvidersRepository } from './identity-providers.repository';
import { IdentityProvidersService } from './identity-providers.service';
import { MeService } from './me.service';
import { OidcClient } from './oidc-client';
import { OidcPeople } from './oidc-people';
import { OidcSignInController } from './oidc-sign-in.controller';
import { OidcDoor } from './oidc-door';
import { OidcSignInService } from './oidc-sign-in.service';
import { OidcStates } from './oidc-states';
import { OwnPasswordController } from './own-password.controller';
import { OwnPasswordService } from './own-password.service';
import { PasswordProof } from './password-proof';
import { PeopleReader } from './people.reader';
import { RefreshService } from './refresh.service';
import { SignInAttempts } from './sign-in-attempts';
import { SecondFactorCheck } from './second-factor-check';
import { SecondFactorsController } from './second-factors.controller';
import { SecondFactorsRepository } from './second-factors.repository';
import { SecondFactorsService } from './second-factors.service';
import { SignInPolicyController } from './sign-in-policy.controller';
import { SignInPolicyRepository } from './sign-in-policy.repository';
import { SignInPolicyService } from './sign-in-policy.service';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';
import { TokensService } from './tokens.service';
import { UserIdentityLinksController } from './user-identity-links.controller';
import { UserIdentityLinksService } from './user-identity-links.service';
import { UserSecondFactorsController } from './user-second-factors.controller';
import { UserSecondFactorsService } from './user-second-factors.service';

/** Global because the platform's guard asks for its PrincipalSource. */
@Global()
@Module({
  imports: [AgentsReaderModule, AuthModule, UsersModule],
  controllers: [
    IdentityProvidersController,
    OidcSignInController,
    OwnPasswordController,
    SecondFactorsController,
    SignInController,
    SignInPolicyController,
    UserIdentityLinksController,
    UserSecondFactorsController,
  ],
  providers: [
    SignInService,
    SignInAttempts,
    Challenges,
    IdentityLinksRepository,
    IdentityProvidersRepository,
    IdentityProvidersService,
    MeService,
    OidcClient,
    OidcDoor,
    OidcPeople,
    OidcSignInService,
    OidcStates,
    OwnPasswordService,
    PasswordProof,
    SecondFactorCheck,
    SecondFactorsRepository,
    SecondFactorsService,
    UserIdentityLinksService,
    UserSecondFactorsService,
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
