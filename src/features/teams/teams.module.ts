import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/agents.module';
import { UsersModule } from '../users/users.module';
import { TeamsController } from './teams.controller';
import { TeamsPart } from './teams.part';
import { TeamsRepository } from './teams.repository';
import { TeamsService } from './teams.service';

@Module({
  imports: [AgentsModule, UsersModule],
  controllers: [TeamsController],
  providers: [TeamsPart, TeamsRepository, TeamsService],
})
export class TeamsModule {}
