import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { SkillLevelsService } from './skill-levels.service';
import { AgentSkillListDto, QueueSkillListDto } from './skills.dto';

@Controller('v1')
export class SkillLevelsController {
  constructor(private readonly levels: SkillLevelsService) {}

  @Get('agents/:id/skills')
  @ApiTags('Agents')
  @Operation({ summary: "List an agent's skills", permission: 'agents:read', id: 'agent', answer: AgentSkillListDto })
  ofAgent(@Param('id') id: string) {
    return this.levels.ofAgent(id);
  }

  @Put('agents/:id/skills')
  @ApiTags('Agents')
  @Operation({
    summary: "Set an agent's skills",
    description: 'All at once. The queues that the agent serves by them follow; who talks goes on talking.',
    permission: 'agents:write',
    id: 'agent',
    answer: AgentSkillListDto,
  })
  setOfAgent(@Param('id') id: string, @Body() body: AgentSkillListDto) {
    return this.levels.setOfAgent(id, body.skills);
  }

  @Get('queues/:id/skills')
  @ApiTags('Queues')
  @Operation({ summary: 'List the skills that a queue asks for', permission: 'queues:read', id: 'queue', answer: QueueSkillListDto })
  ofQueue(@Param('id') id: string) {
    return this.levels.ofQueue(id);
  }

  @Put('queues/:id/skills')
  @ApiTags('Queues')
  @Operation({
    summary: 'Set the skills that a queue asks for',
    description:
      'Agents who have all of them, each at its level or above, serve the queue beside those of its tiers: whose weakest one is the best are rung first. None asked for: its tiers alone.',
    permission: 'queues:write',
    id: 'queue',
    answer: QueueSkillListDto,
  })
  setOfQueue(@Param('id') id: string, @Body() body: QueueSkillListDto) {
    return this.levels.setOfQueue(id, body.skills);
  }
}
