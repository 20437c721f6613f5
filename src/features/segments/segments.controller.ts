import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { ChangeSegmentDto, CreateSegmentDto, RemoveSegmentRequest, SegmentDto } from './segments.dto';
import { SegmentsService } from './segments.service';

@ApiTags('Customers')
@Controller('v1/segments')
export class SegmentsController {
  constructor(private readonly segments: SegmentsService) {}

  @Get()
  @Operation({ summary: 'List segments', permission: 'segments:read', answer: SegmentDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.segments.list(request);
  }

  @Post()
  @Operation({
    summary: 'Create a segment',
    description: 'Customers of one worth, and how they are served when they call.',
    permission: 'segments:write',
    answer: SegmentDto,
    status: 201,
  })
  create(@Body() body: CreateSegmentDto) {
    return this.segments.create(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a segment', permission: 'segments:read', id: 'segment', answer: SegmentDto })
  get(@Param('id') id: string) {
    return this.segments.get(id);
  }

  @Patch(':id')
  @Operation({ summary: 'Change a segment', permission: 'segments:write', id: 'segment', answer: SegmentDto, ifMatch: true })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeSegmentDto) {
    return this.segments.change(id, version, body);
  }

  @Delete(':id')
  @Operation({
    summary: 'Remove a segment',
    description: 'Refused while customers belong to it, unless `move_to` says where they go. Calls keep its id.',
    permission: 'segments:write',
    id: 'segment',
    ifMatch: true,
  })
  remove(@Param('id') id: string, @IfMatch() version: number, @Query() { moveTo }: RemoveSegmentRequest) {
    return this.segments.remove(id, version, moveTo);
  }
}
