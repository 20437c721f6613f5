import { Module } from '@nestjs/common';
import { SeatsModule } from '../seats/seats.module';
import { UsersModule } from '../users/users.module';
import { AgentsHandlers } from './agents.handlers';
import { AgentsPart } from './agents.part';
import { AgentsReader } from './agents.reader';

@Module({
  imports: [SeatsModule, UsersModule],
  providers: [AgentsHandlers, AgentsPart, AgentsReader],
  exports: [AgentsReader],
})
export class AgentsModule {}
