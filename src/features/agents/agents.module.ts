import { Module } from '@nestjs/common';
import { SeatsModule } from '../seats/seats.module';
import { UsersModule } from '../users/users.module';
import { AgentStatusService } from './agent-status.service';
import { AgentsController } from './agents.controller';
import { AgentsHandlers } from './agents.handlers';
import { AgentsPart } from './agents.part';
import { AgentsReaderModule } from './agents-reader.module';
import { AgentsRepository } from './agents.repository';
import { AgentsService } from './agents.service';
import { OwnAgentController } from './own-agent.controller';

@Module({
  imports: [AgentsReaderModule, SeatsModule, UsersModule],
  controllers: [AgentsController, OwnAgentController],
  providers: [AgentStatusService, AgentsHandlers, AgentsPart, AgentsRepository, AgentsService],
  exports: [AgentsReaderModule],
})
export class AgentsModule {}
