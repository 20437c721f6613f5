import { Module } from '@nestjs/common';
import { AuditEntriesController } from './audit-entries.controller';
import { AuditEntriesReader } from './audit-entries.reader';

@Module({ controllers: [AuditEntriesController], providers: [AuditEntriesReader] })
export class AuditEntriesModule {}
