import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { ChangeQueueDto, CreateQueueDto, QueueDto, TierListDto } from './queues.dto';
import { QueuesService } from './queues.service';

@ApiTags('Queues')
@Controller('v1/queues')
export class QueuesController {
  constructor(private readonly queues: QueuesService) {}

  @Get()
  @Operation({ summary: 'List queues', permission: 'queues:read', answer: QueueDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.queues.list(request);
  }

  @Post()
  @Operation({ summary: 'Create a queue', permission: 'queues:write', answer: QueueDto, status: 201 })
  create(@Body() body: CreateQueueDto) {
    return this.queues.create(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a queue', permission: 'queues:read', id: 'queue', answer: QueueDto })
  get(@Param('id') id: string) {
    return this.queues.get(id);
  }

  @Patch(':id')
  @Operation({
    summary: "Change a queue's settings",
    permission: 'queues:write',
    id: 'queue',
    answer: QueueDto,
    ifMatch: true,
  })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeQueueDto) {
    return this.queues.change(id, version, body);
  }

  @Delete(':id')
  @Operation({ summary: 'Remove a queue', permission: 'queues:write', id: 'queue', ifMatch: true })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.queues.remove(id, version);
  }

  @Get(':id/tiers')
  @Operation({ summary: "List a queue's tiers", permission: 'queues:read', id: 'queue', answer: TierListDto })
  tiers(@Param('id') id: string) {
    return this.queues.tiers(id);
  }

  @Put(':id/tiers')
  @Operation({
    summary: "Set a queue's tiers",
    permission: 'queues:write',
    id: 'queue',
    answer: TierListDto,
    ifMatch: true,
    body: 'large',
  })
  setTiers(@Param('id') id: string, @IfMatch() version: number, @Body() body: TierListDto) {
    return this.queues.setTiers(id, version, body.tiers);
  }
}
