import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { FieldSeal } from '../../platform/encryption/field-seal';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { AppError } from '../../platform/errors/app-error';
import type { Page } from '../../platform/http/page';
import { SegmentsReader } from '../segments/segments.reader';
import type { ChangeCustomerDto, CreateCustomerDto, CustomersRequest } from './customers.dto';
import { type CustomerFilter, CustomersRepository } from './customers.repository';
import { readCallerNumber } from './domain/caller-number';
import { CUSTOMER_DEFAULTS, isSame, type KnownCustomer, knownCustomer, mergedWith, type WantedCustomer } from './domain/customer';
import { CustomerErasure } from './domain/customer-erasure';
import { sealFacts } from './domain/personal-facts';

@Injectable()
export class CustomersService extends CustomerErasure {
  constructor(
    private readonly customers: CustomersRepository,
    private readonly segments: SegmentsReader,
    private readonly seals: FieldSeals,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Who sees numbers masked may not ask for one either: asking for each that fits would tell it. */
  async page(principal: Principal, request: CustomersRequest): Promise<Page<KnownCustomer>> {
    const { number, externalId, segmentId } = request;
    if (number !== undefined && !principal.permissions.includes('personal-data:read')) {
      throw new AppError('forbidden', 'To look for a number needs the permission personal-data:read.');
    }
    const seal = await this.seals.toRead();
    const owner = number === undefined ? undefined : await this.ownerOf(number, seal);
    if (owner === null) return { data: [], hasMore: false };
    const filter: CustomerFilter = { ...(owner && { id: owner }), ...(externalId !== undefined && { externalId }), ...(segmentId && { segmentId }) };
    const { data, hasMore } = await this.customers.page(request, filter);
    return { data: data.map((customer) => knownCustomer(customer, seal)), hasMore };
  }

  async get(id: string): Promise<KnownCustomer> {
    const customer = await this.customers.find(id);
    if (!customer) throw AppError.notFound();
    return knownCustomer(customer, await this.seals.toRead());
  }

  async create(body: CreateCustomerDto): Promise<KnownCustomer> {
    const wanted = wantedBy(CUSTOMER_DEFAULTS, body);
    return this.database.transaction(async () => {
      await this.refuse(wanted);
      return this.insert(wanted);
    });
  }

  change(id: string, version: number, body: ChangeCustomerDto): Promise<KnownCustomer> {
    return this.database.transaction(async () => {
      const wanted = wantedBy(await this.get(id), body);
      await this.refuse(wanted, id);
      if (!(await this.save(id, version, wanted))) throw AppError.stale();
      return this.get(id);
    });
  }

  async remove(id: string, version: number): Promise<void> {
    await this.database.transaction(async () => {
      await this.get(id);
      if (!(await this.customers.remove(id, version))) throw AppError.stale();
    });
  }

  /** Makes the CRM's customer what the CRM says; said again, it changes nothing. */
  keep(externalId: string, body: CreateCustomerDto): Promise<KnownCustomer> {
    const wanted = wantedBy(CUSTOMER_DEFAULTS, { ...body, externalId });
    return this.database.transaction(async () => {
      const present = await this.customers.lockByExternalId(externalId);
      await this.refuse(wanted, present?.id);
      if (!present) return this.insert(wanted);
      const before = knownCustomer(present, await this.seals.toRead());
      if (isSame(before, wanted)) return before;
      await this.save(present.id, present.version, wanted);
      return this.get(present.id);
    });
  }

  override async eraseWith(number: string): Promise<number> {
    return this.database.transaction(async () => {
      const owner = await this.ownerOf(number, await this.seals.toRead());
      const customer = owner === null ? null : await this.customers.find(owner);
      return customer && (await this.customers.remove(customer.id, customer.version)) ? 1 : 0;
    });
  }

  private async insert(wanted: WantedCustomer): Promise<KnownCustomer> {
    const { name, note, attributes, numbers, ...plain } = wanted;
    const [id, now, seal] = [newId('customer'), this.clock.now(), await this.seals.toWrite()];
    const sealed = sealFacts(seal, id, { name, note, attributes, numbers });
    await this.customers.insert({ ...plain, id, version: 1, createdAt: now, changedAt: now, sealed }, indexesOf(seal, numbers));
    return this.get(id);
  }

  private async save(id: string, version: number, wanted: WantedCustomer): Promise<boolean> {
    const { name, note, attributes, numbers, ...plain } = wanted;
    const seal = await this.seals.toWrite();
    const sealed = sealFacts(seal, id, { name, note, attributes, numbers });
    return this.customers.save(id, version, { ...plain, sealed, changedAt: this.clock.now() }, indexesOf(seal, numbers));
  }

  /** @param id whose own numbers are no hindrance */
  private async refuse({ segmentId, numbers }: WantedCustomer, id?: string): Promise<void> {
    if (segmentId && !(await this.segments.exists(segmentId))) throw AppError.invalid('/segment_id', 'must be a segment of this tenant');
    const indexes = indexesOf(await this.seals.toWrite(), numbers);
    const taken = (await this.customers.ofNumbers(indexes)).filter(({ customerId }) => customerId !== id);
    if (taken.length === 0) return;
    const problems = taken.map(({ numberIndex }) => ({
      pointer: `/numbers/${indexes.findIndex((index) => index.equals(numberIndex))}`,
      rule: 'belongs to another customer',
    }));
    throw new AppError('conflict', 'A number belongs to another customer; see errors.', problems);
  }

  private async ownerOf(number: string, seal: FieldSeal): Promise<string | null> {
    const read = readCallerNumber(number);
    const index = read === null ? null : seal.index(read);
    const [owner] = index === null ? [] : await this.customers.ofNumbers([index]);
    return owner?.customerId ?? null;
  }
}

function wantedBy(before: Parameters<typeof mergedWith>[0], body: ChangeCustomerDto): WantedCustomer {
  const wanted = mergedWith(before, body);
  if (wanted.ok) return wanted.customer;
  throw new AppError('invalid_request', 'The request breaks a rule; see errors.', wanted.problems);
}

/** The seal has a key: it is one to write with. */
function indexesOf(seal: FieldSeal, numbers: readonly string[]): Buffer[] {
  return numbers.flatMap((number) => seal.index(number) ?? []);
}
