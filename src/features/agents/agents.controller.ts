import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { AgentStatusService } from './agent-status.service';
import { AgentDto, AgentsRequest, ChangeAgentDto, CreateAgentDto, SetStatusDto } from './agents.dto';
import { AgentsService } from './agents.service';

@ApiTags('Agents')
@Controller('v1/agents')
export class AgentsController {
  constructor(
    private readonly agents: AgentsService,
    private readonly statuses: AgentStatusService,
  ) {}

  @Get()
  @Operation({ summary: 'List agents', permission: 'agents:read', answer: AgentDto, shape: 'page' })
  list(@Query() request: AgentsRequest) {
    return this.agents.list(request);
  }

  @Post()
  @Operation({ summary: 'Create an agent', permission: 'agents:write', answer: AgentDto, status: 201 })
  create(@Body() body: CreateAgentDto) {
    return this.agents.create(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read an agent', permission: 'agents:read', id: 'agent', answer: AgentDto })
  get(@Param('id') id: string) {
    return this.agents.get(id);
  }

  @Patch(':id')
  @Operation({ summary: 'Change an agent', permission: 'agents:write', id: 'agent', answer: AgentDto, ifMatch: true })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeAgentDto) {
    return this.agents.change(id, version, body);
  }

  @Delete(':id')
  @Operation({
    summary: 'Remove an agent',
    description: 'Refused while a queue has the agent in its tiers.',
    permission: 'agents:write',
    id: 'agent',
    ifMatch: true,
  })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.agents.remove(id, version);
  }

  @Put(':id/status')
  @Operation({
    summary: "Set an agent's status",
    description: 'Whoever is not logged out has a seat; logging out frees it.',
    permission: 'agents:status',
    id: 'agent',
    answer: AgentDto,
  })
  setStatus(@Param('id') id: string, @Body() body: SetStatusDto) {
    return this.statuses.set(id, body);
  }
}
