import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { ChangeTeamDto, CreateTeamDto, TeamDto } from './teams.dto';
import { TeamsService } from './teams.service';

@ApiTags('Agents')
@Controller('v1/teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @Operation({ summary: 'List teams', permission: 'agents:read', answer: TeamDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.teams.list(request);
  }

  @Post()
  @Operation({
    summary: 'Create a team',
    description: 'Agents who work together, and who supervises them. Who belongs to it, each agent tells.',
    permission: 'agents:write',
    answer: TeamDto,
    status: 201,
  })
  create(@Body() body: CreateTeamDto) {
    return this.teams.create(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a team', permission: 'agents:read', id: 'team', answer: TeamDto })
  get(@Param('id') id: string) {
    return this.teams.get(id);
  }

  @Patch(':id')
  @Operation({
    summary: 'Change a team',
    description: '`supervisor_ids` are replaced as a whole.',
    permission: 'agents:write',
    id: 'team',
    answer: TeamDto,
    ifMatch: true,
  })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeTeamDto) {
    return this.teams.change(id, version, body);
  }

  @Delete(':id')
  @Operation({
    summary: 'Remove a team',
    description: 'Its agents stay, without a team.',
    permission: 'agents:write',
    id: 'team',
    ifMatch: true,
  })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.teams.remove(id, version);
  }
}
