import { Module } from '@nestjs/common';
import { BreakReasonsModule } from '../break-reasons/break-reasons.module';
import { SeatsModule } from '../seats/seats.module';
import { UsersModule } from '../users/users.module';
import { AgentSpellsRepository } from './agent-spells.repository';
import { AgentStatusService } from './agent-status.service';
import { AgentsController } from './agents.controller';
import { AgentsHandlers } from './agents.handlers';
import { AgentsPart } from './agents.part';
import { AgentsReaderModule } from './agents-reader.module';
import { AgentsRepository } from './agents.repository';
import { AgentsService } from './agents.service';
import { OwnAgentController } from './own-agent.controller';
import { StatusChecks } from './status-checks.service';
import { WrapUpService } from './wrap-up.service';

@Module({
  imports: [AgentsReaderModule, BreakReasonsModule, SeatsModule, UsersModule],
  controllers: [AgentsController, OwnAgentController],
  providers: [
    AgentSpellsRepository,
    AgentStatusService,
    AgentsHandlers,
    AgentsPart,
    AgentsRepository,
    AgentsService,
    StatusChecks,
    WrapUpService,
  ],
  exports: [AgentsReaderModule],
})
export class AgentsModule {}
