import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { ChangeWrapUpCodeDto, CreateWrapUpCodeDto, WrapUpCodeDto } from './wrap-up-codes.dto';
import { WrapUpCodesService } from './wrap-up-codes.service';

@ApiTags('Queues')
@Controller('v1/wrap-up-codes')
export class WrapUpCodesController {
  constructor(private readonly codes: WrapUpCodesService) {}

  @Get()
  @Operation({ summary: 'List wrap-up codes', permission: 'queues:read', answer: WrapUpCodeDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.codes.list(request);
  }

  @Post()
  @Operation({
    summary: 'Create a wrap-up code',
    description: 'How a call ended: agents choose one with their note about it (`wrap_up_code`).',
    permission: 'queues:write',
    answer: WrapUpCodeDto,
    status: 201,
  })
  create(@Body() body: CreateWrapUpCodeDto) {
    return this.codes.create(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a wrap-up code', permission: 'queues:read', id: 'wrapUpCode', answer: WrapUpCodeDto })
  get(@Param('id') id: string) {
    return this.codes.get(id);
  }

  @Patch(':id')
  @Operation({
    summary: 'Change a wrap-up code',
    description: '`queue_ids` are replaced as a whole. Calls keep an inactive code.',
    permission: 'queues:write',
    id: 'wrapUpCode',
    answer: WrapUpCodeDto,
    ifMatch: true,
  })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeWrapUpCodeDto) {
    return this.codes.change(id, version, body);
  }

  @Delete(':id')
  @Operation({
    summary: 'Remove a wrap-up code',
    description: 'Refused while calls have it: set it inactive instead.',
    permission: 'queues:write',
    id: 'wrapUpCode',
    ifMatch: true,
  })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.codes.remove(id, version);
  }
}
