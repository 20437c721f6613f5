import { Module } from '@nestjs/common';
import { SeatsModule } from '../seats/seats.module';
import { UsersModule } from '../users/users.module';
import { AgentsPart } from './agents.part';
import { AgentsReader } from './agents.reader';

@Module({
  imports: [SeatsModule, UsersModule],
  providers: [AgentsPart, AgentsReader],
  exports: [AgentsReader],
})
export class AgentsModule {}
