import { Module } from '@nestjs/common';
import { BreakReasonsModule } from '../break-reasons/break-reasons.module';
import { SeatsModule } from '../seats/seats.module';
import { TeamMembers } from '../teams/domain/team-members';
import { SkillsReaderModule } from '../skills/skills-reader.module';
import { TeamsReaderModule } from '../teams/teams-reader.module';
import { UsersModule } from '../users/users.module';
import { AgentReferences } from './agent-references.service';
import { AgentSpellsRepository } from './agent-spells.repository';
import { AgentStatusService } from './agent-status.service';
import { AgentTeams } from './agent-teams.service';
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
  imports: [AgentsReaderModule, BreakReasonsModule, SeatsModule, SkillsReaderModule, TeamsReaderModule, UsersModule],
  controllers: [AgentsController, OwnAgentController],
  providers: [
    AgentReferences,
    AgentSpellsRepository,
    AgentStatusService,
    AgentsHandlers,
    AgentsPart,
    AgentsRepository,
    AgentsService,
    StatusChecks,
    WrapUpService,
    { provide: TeamMembers, useClass: AgentTeams },
  ],
  exports: [AgentsReaderModule, TeamMembers],
})
export class AgentsModule {}
