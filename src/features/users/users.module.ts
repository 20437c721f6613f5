import { Module } from '@nestjs/common';
import { UsersPart } from './users.part';
import { UsersReader } from './users.reader';

@Module({
  providers: [UsersPart, UsersReader],
  exports: [UsersReader],
})
export class UsersModule {}
