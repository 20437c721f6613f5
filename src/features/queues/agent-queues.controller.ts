import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { AgentQueueListDto } from './agent-queues.dto';
import { AgentQueuesService } from './agent-queues.service';

@ApiTags('Agents')
@Controller('v1/agents/:id/queues')
export class AgentQueuesController {
  constructor(private readonly queues: AgentQueuesService) {}

  @Get()
  @Operation({ summary: "List an agent's queues", permission: 'agents:read', id: 'agent', answer: AgentQueueListDto })
  list(@Param('id') id: string) {
    return this.queues.list(id);
  }

  @Put()
  @Operation({
    summary: 'Set which queues an agent serves',
    description: 'All at once: the agent leaves what is not named. Who talks goes on talking.',
    permission: 'agents:status',
    id: 'agent',
    answer: AgentQueueListDto,
  })
  set(@Param('id') id: string, @Body() body: AgentQueueListDto) {
    return this.queues.set(id, body.queues);
  }
}
