import { Module } from '@nestjs/common';
import { OwnPasswordController } from './own-password.controller';
import { UsersController } from './users.controller';
import { UsersPart } from './users.part';
import { UsersReader } from './users.reader';
import { UsersRepository } from './users.repository';
import { UsersService } from './users.service';

@Module({
  controllers: [UsersController, OwnPasswordController],
  providers: [UsersPart, UsersReader, UsersRepository, UsersService],
  exports: [UsersReader],
})
export class UsersModule {}
