import { Injectable } from '@nestjs/common';
import { CustomersReader } from '../customers/customers.reader';
import { SegmentsReader } from '../segments/segments.reader';
import type { OwnCustomerDto } from './own-desk.dto';

/** What an agent reads of the customer who calls. */
@Injectable()
export class CallingCustomers {
  constructor(
    private readonly customers: CustomersReader,
    private readonly segments: SegmentsReader,
  ) {}

  /** Null for nobody, and for one who has been removed since. */
  async of(id: string | null): Promise<OwnCustomerDto | null> {
    const customer = id === null ? null : await this.customers.find(id);
    if (!customer) return null;
    const segment = customer.segmentId === null ? null : await this.segments.find(customer.segmentId);
    return { ...customer, segment };
  }
}
