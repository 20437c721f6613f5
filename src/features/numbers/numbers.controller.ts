import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { ChangeNumberDto, CreateNumberDto, NumberDto } from './numbers.dto';
import { NumbersService } from './numbers.service';

@ApiTags('Numbers')
@Controller('v1/numbers')
export class NumbersController {
  constructor(private readonly numbers: NumbersService) {}

  @Get()
  @Operation({ summary: 'List numbers', permission: 'numbers:read', answer: NumberDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.numbers.list(request);
  }

  @Post()
  @Operation({
    summary: 'Lease a number',
    description: "One of the provider's stock that is free, or kept for this tenant; else number_unavailable.",
    permission: 'numbers:write',
    answer: NumberDto,
    status: 201,
  })
  create(@Body() body: CreateNumberDto) {
    return this.numbers.create(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a number', permission: 'numbers:read', id: 'number', answer: NumberDto })
  get(@Param('id') id: string) {
    return this.numbers.get(id);
  }

  @Patch(':id')
  @Operation({
    summary: 'Change a number',
    permission: 'numbers:write',
    id: 'number',
    answer: NumberDto,
    ifMatch: true,
  })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeNumberDto) {
    return this.numbers.change(id, version, body);
  }

  @Delete(':id')
  @Operation({ summary: "End a number's lease", permission: 'numbers:write', id: 'number', ifMatch: true })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.numbers.remove(id, version);
  }
}
