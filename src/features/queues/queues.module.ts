import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/agents.module';
import { AgentQueuesController } from './agent-queues.controller';
import { AgentQueuesService } from './agent-queues.service';
import { QueuesController } from './queues.controller';
import { QueuesPart } from './queues.part';
import { QueuesReader } from './queues.reader';
import { QueuesRepository } from './queues.repository';
import { QueuesService } from './queues.service';

@Module({
  imports: [AgentsModule],
  controllers: [AgentQueuesController, QueuesController],
  providers: [AgentQueuesService, QueuesPart, QueuesReader, QueuesRepository, QueuesService],
  exports: [QueuesReader],
})
export class QueuesModule {}
