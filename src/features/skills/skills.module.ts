import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/agents.module';
import { QueuesModule } from '../queues/queues.module';
import { SkillLevelsController } from './skill-levels.controller';
import { SkillLevelsService } from './skill-levels.service';
import { SkillsController } from './skills.controller';
import { SkillsPart } from './skills.part';
import { SkillsRepository } from './skills.repository';
import { SkillsService } from './skills.service';

@Module({
  imports: [AgentsModule, QueuesModule],
  controllers: [SkillLevelsController, SkillsController],
  providers: [SkillLevelsService, SkillsPart, SkillsRepository, SkillsService],
})
export class SkillsModule {}
