import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/agents.module';
import { QueuesController } from './queues.controller';
import { QueuesReader } from './queues.reader';
import { QueuesRepository } from './queues.repository';
import { QueuesService } from './queues.service';

@Module({
  imports: [AgentsModule],
  controllers: [QueuesController],
  providers: [QueuesService, QueuesRepository, QueuesReader],
  exports: [QueuesReader],
})
export class QueuesModule {}
