import { Controller, Get, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { fileBody } from '../../platform/http/read-body';
import { CheckedImportDto, CustomerImportDto } from './customer-imports.dto';
import { CustomerImportsService } from './customer-imports.service';

const FILE =
  'A CSV in UTF-8 of at most 20 MB and 100,000 lines. The first names the columns: `external_id` and `name`, and any of ' +
  '`numbers` (several with `;` between them), `segment` (its name), `language`, `attribute.NAME`. What has no column stays as it is; an empty cell empties.';

const CSV = fileBody('text', 20);

/** Reading a file takes seconds. */
const RATE = { perSecond: 0.2, burst: 10 };

@ApiTags('Customers')
@Controller('v1/customer-imports')
export class CustomerImportsController {
  constructor(private readonly imports: CustomerImportsService) {}

  @Get()
  @Operation({ summary: 'List imports of customers', permission: 'customers:write', answer: CustomerImportDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.imports.page(request);
  }

  @Post('check')
  @UseGuards(CSV)
  @Operation({
    summary: 'Try what a file of customers would do',
    description: `${FILE} Nothing is changed.`,
    permission: 'customers:write',
    answer: CheckedImportDto,
    status: 200,
    upload: 'text/csv',
    rate: RATE,
  })
  check(@Req() { body }: Request) {
    return this.imports.check(body as Buffer);
  }

  @Post()
  @UseGuards(CSV)
  @Operation({
    summary: 'Import customers',
    description: `${FILE} Lines that break a rule are told and do not stop the others; the same file again changes nothing. It is worked off in the background.`,
    permission: 'customers:write',
    answer: CustomerImportDto,
    status: 201,
    upload: 'text/csv',
    rate: RATE,
  })
  begin(@Req() { body }: Request) {
    return this.imports.begin(body as Buffer);
  }

  @Get(':id')
  @Operation({ summary: 'Read an import of customers', permission: 'customers:write', id: 'customerImport', answer: CustomerImportDto })
  get(@Param('id') id: string) {
    return this.imports.get(id);
  }
}
