import { Global, Module } from '@nestjs/common';
import { SegmentMembers } from '../segments/domain/segment-members';
import { CallersReader } from './callers.reader';
import { CustomersController } from './customers.controller';
import { CustomersReader } from './customers.reader';
import { CustomersRepository } from './customers.repository';
import { CustomersService } from './customers.service';
import { CustomerErasure } from './domain/customer-erasure';

/** Global because calls name customers, the routing asks who calls, and segments who belongs to them. */
@Global()
@Module({
  controllers: [CustomersController],
  providers: [
    CallersReader,
    CustomersReader,
    CustomersRepository,
    CustomersService,
    { provide: CustomerErasure, useExisting: CustomersService },
    { provide: SegmentMembers, useExisting: CustomersRepository },
  ],
  exports: [CallersReader, CustomerErasure, CustomersReader, SegmentMembers],
})
export class CustomersModule {}
