import { Module } from '@nestjs/common';
import { UsersController } from './users.controller';
import { UserPasswords } from './user.passwords';
import { UsersPart } from './users.part';
import { UsersReader } from './users.reader';
import { UsersRepository } from './users.repository';
import { UsersService } from './users.service';

@Module({
  controllers: [UsersController],
  providers: [UserPasswords, UsersPart, UsersReader, UsersRepository, UsersService],
  exports: [UsersReader],
})
export class UsersModule {}
