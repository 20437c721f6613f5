import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/agents.module';
import { SkillsReaderModule } from '../skills/skills-reader.module';
import { SoundsModule } from '../sounds/sounds.module';
import { AgentQueuesController } from './agent-queues.controller';
import { AgentQueuesService } from './agent-queues.service';
import { QueueSounds } from './queue-sounds';
import { QueuesController } from './queues.controller';
import { QueuesPart } from './queues.part';
import { QueuesReader } from './queues.reader';
import { QueuesRepository } from './queues.repository';
import { QueuesService } from './queues.service';

@Module({
  imports: [AgentsModule, SkillsReaderModule, SoundsModule],
  controllers: [AgentQueuesController, QueuesController],
  providers: [AgentQueuesService, QueueSounds, QueuesPart, QueuesReader, QueuesRepository, QueuesService],
  exports: [QueuesReader],
})
export class QueuesModule {}
