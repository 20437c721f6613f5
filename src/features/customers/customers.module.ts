import { Global, Module } from '@nestjs/common';
import { SegmentMembers } from '../segments/domain/segment-members';
import { CallersReader } from './callers.reader';
import { CustomerImportsController } from './customer-imports.controller';
import { CustomerImportsRepository } from './customer-imports.repository';
import { CustomerImportsService } from './customer-imports.service';
import { CustomersController } from './customers.controller';
import { CustomersReader } from './customers.reader';
import { CustomersRepository } from './customers.repository';
import { CustomersService } from './customers.service';
import { CustomerErasure } from './domain/customer-erasure';
import { ImportPlanner } from './import-planner';
import { ImportWriter } from './import-writer';

/** Global because calls name customers, the routing asks who calls, and segments who belongs to them. */
@Global()
@Module({
  controllers: [CustomerImportsController, CustomersController],
  providers: [
    CallersReader,
    CustomerImportsRepository,
    CustomerImportsService,
    CustomersReader,
    CustomersRepository,
    CustomersService,
    ImportPlanner,
    ImportWriter,
    { provide: CustomerErasure, useExisting: CustomersService },
    { provide: SegmentMembers, useExisting: CustomersRepository },
  ],
  exports: [CallersReader, CustomerErasure, CustomersReader, SegmentMembers],
})
export class CustomersModule {}
