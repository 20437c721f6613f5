import { Module } from '@nestjs/common';
import { NewUsers } from './domain/new-users';
import { SignInRights } from './domain/sign-in-rights';
import { RolesController } from './roles.controller';
import { UsersController } from './users.controller';
import { UserAuthority } from './user-authority';
import { UserPasswords } from './user.passwords';
import { UsersPart } from './users.part';
import { UsersReader } from './users.reader';
import { UsersRepository } from './users.repository';
import { UsersService } from './users.service';

@Module({
  controllers: [RolesController, UsersController],
  providers: [
    UserAuthority,
    UserPasswords,
    UsersPart,
    UsersReader,
    UsersRepository,
    UsersService,
    { provide: NewUsers, useExisting: UsersService },
    { provide: SignInRights, useExisting: UserAuthority },
  ],
  exports: [NewUsers, SignInRights, UsersReader],
})
export class UsersModule {}
