import { Global, Module } from '@nestjs/common';
import { PasswordHolders } from './password-holders';
import { RightsChanges } from './rights-changes';

/** What features that keep people have in common, in every process. */
@Global()
@Module({ providers: [PasswordHolders, RightsChanges], exports: [PasswordHolders, RightsChanges] })
export class PeopleModule {}
