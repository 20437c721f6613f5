import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { ChangeSkillDto, CreateSkillDto, SkillDto, SkilledAgentListDto } from './skills.dto';
import { SkillsService } from './skills.service';

@ApiTags('Agents')
@Controller('v1/skills')
export class SkillsController {
  constructor(private readonly skills: SkillsService) {}

  @Get()
  @Operation({ summary: 'List skills', permission: 'agents:read', answer: SkillDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.skills.list(request);
  }

  @Post()
  @Operation({
    summary: 'Create a skill',
    description: 'What agents can do, better or worse. Whoever has what a queue asks for serves it.',
    permission: 'agents:write',
    answer: SkillDto,
    status: 201,
  })
  create(@Body() body: CreateSkillDto) {
    return this.skills.create(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a skill', permission: 'agents:read', id: 'skill', answer: SkillDto })
  get(@Param('id') id: string) {
    return this.skills.get(id);
  }

  @Get(':id/agents')
  @Operation({ summary: 'List the agents who have a skill', permission: 'agents:read', id: 'skill', answer: SkilledAgentListDto })
  agents(@Param('id') id: string) {
    return this.skills.agents(id);
  }

  @Patch(':id')
  @Operation({ summary: 'Change a skill', permission: 'agents:write', id: 'skill', answer: SkillDto, ifMatch: true })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeSkillDto) {
    return this.skills.change(id, version, body);
  }

  @Delete(':id')
  @Operation({
    summary: 'Remove a skill',
    description: 'Refused while a queue asks for it. Agents lose it.',
    permission: 'agents:write',
    id: 'skill',
    ifMatch: true,
  })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.skills.remove(id, version);
  }
}
