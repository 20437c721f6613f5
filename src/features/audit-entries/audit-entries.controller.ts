import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { AuditEntriesRequest, AuditEntryDto } from './audit-entries.dto';
import { AuditEntriesReader } from './audit-entries.reader';

@ApiTags('Audit log')
@Controller('v1/audit-entries')
export class AuditEntriesController {
  constructor(private readonly entries: AuditEntriesReader) {}

  @Get()
  @Operation({
    summary: 'List the audit log',
    description: "Who did what, and from where; also what the provider's people did.",
    permission: 'audit:read',
    answer: AuditEntryDto,
    shape: 'page',
  })
  list(@Query() request: AuditEntriesRequest) {
    return this.entries.page(request);
  }

  @Get('export')
  @Operation({
    summary: 'Export the whole audit log',
    description: 'Oldest first, a JSON object a line, as it was written: with the digests, which anybody can compute anew.',
    permission: 'audit:read',
    file: 'application/x-ndjson',
    shows: 'audit_entries',
  })
  export() {
    const disposition = 'attachment; filename="audit-log.ndjson"';
    return new StreamableFile(Readable.from(this.entries.lines()), { type: 'application/x-ndjson', disposition });
  }
}
