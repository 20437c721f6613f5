import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { EraseDto, ErasureDto } from './erasures.dto';
import { ErasuresService } from './erasures.service';

@ApiTags('Retention')
@Controller('v1/erasures')
export class ErasuresController {
  constructor(private readonly erasures: ErasuresService) {}

  @Get()
  @Operation({ summary: 'List erasures', permission: 'retention:read', answer: ErasureDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.erasures.page(request);
  }

  @Post()
  @Operation({
    summary: 'Erase an outside party',
    description: 'Deletes the recordings of its calls and forgets its number. The report does not say whose it was.',
    permission: 'erasures:write',
    answer: ErasureDto,
    status: 201,
  })
  erase(@Body() { number }: EraseDto) {
    return this.erasures.erase(number);
  }
}
