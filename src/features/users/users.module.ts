import { Module } from '@nestjs/common';
import { NewUsers } from './domain/new-users';
import { RolesController } from './roles.controller';
import { UsersController } from './users.controller';
import { UserPasswords } from './user.passwords';
import { UsersPart } from './users.part';
import { UsersReader } from './users.reader';
import { UsersRepository } from './users.repository';
import { UsersService } from './users.service';

@Module({
  controllers: [RolesController, UsersController],
  providers: [UserPasswords, UsersPart, UsersReader, UsersRepository, UsersService, { provide: NewUsers, useExisting: UsersService }],
  exports: [NewUsers, UsersReader],
})
export class UsersModule {}
