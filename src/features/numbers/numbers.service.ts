import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { Configuration } from '../../platform/tenancy/configuration';
import { StockClaims } from '../number-stock/domain/stock-claims';
import { SeatsReader } from '../seats/seats.reader';
import { readPhoneNumber } from './domain/phone-number';
import type { PhoneNumber } from './number.entity';
import { NumberReferences } from './number-references';
import type { ChangeNumberDto, CreateNumberDto } from './numbers.dto';
import { NumbersRepository } from './numbers.repository';

@Injectable()
export class NumbersService {
  constructor(
    private readonly numbers: NumbersRepository,
    private readonly stock: StockClaims,
    private readonly references: NumberReferences,
    private readonly seats: SeatsReader,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  list(request: PageRequest): Promise<Page<PhoneNumber>> {
    return this.numbers.page(request);
  }

  async get(id: string): Promise<PhoneNumber> {
    const number = await this.numbers.find(id);
    if (!number) throw AppError.notFound();
    return number;
  }

  create(body: CreateNumberDto): Promise<PhoneNumber> {
    const reading = readPhoneNumber(body.number);
    if (!reading.ok) throw AppError.invalid('/number', reading.rule);
    return this.configuration.change(async () => {
      await this.references.check(body, null);
      await this.claim(reading.number);
      const [id, now] = [newId('number'), this.clock.now()];
      const usual = { calendarId: null, greeting: null, closed: null, ivr: null, scriptsByHours: [], testsDraft: false };
      const lease = { leasedFrom: now, leasedUntil: null, version: 1, createdAt: now };
      await this.numbers.insert({ ...usual, ...body, ...lease, id, number: reading.number });
      return this.get(id);
    });
  }

  change(id: string, version: number, body: ChangeNumberDto): Promise<PhoneNumber> {
    return this.configuration.change(async () => {
      await this.references.check(body, await this.get(id));
      if (!(await this.numbers.save(id, version, { ...body }))) throw AppError.stale();
      return this.get(id);
    });
  }

  async remove(id: string, version: number): Promise<void> {
    await this.configuration.change(async () => {
      await this.get(id);
      if (!(await this.numbers.endLease(id, version, this.clock.now()))) throw AppError.stale();
    });
  }

  /** One answer for all that cannot be leased: what the provider has and whose it is is nobody's business. */
  private async claim(number: string): Promise<void> {
    if (await this.seats.hasExtension(number)) {
      throw new AppError('conflict', 'The number is also the extension of a seat: a call to it could mean either.');
    }
    if (!(await this.stock.claim(number))) {
      throw new AppError('number_unavailable', `The number ${number} cannot be leased: it is not among those available to you.`);
    }
  }
}
