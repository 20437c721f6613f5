import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { Configuration } from '../../platform/tenancy/configuration';
import { AgentsReader } from '../agents/agents.reader';
import { NumbersReader } from '../numbers/numbers.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import { NEW_SEAT, type Seat } from './seat.entity';
import type { ChangeSeatDto, CreateSeatDto, SeatCredentialsDto } from './seats.dto';
import { SeatsRepository } from './seats.repository';
import { a1HashOf, newSipSecret } from '../../platform/auth/sip-secret';

type SeatView = Seat & { hasCredentials: boolean };

@Injectable()
export class SeatsService {
  constructor(
    private readonly seats: SeatsRepository,
    private readonly tenants: TenantsReader,
    private readonly agents: AgentsReader,
    private readonly numbers: NumbersReader,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  async list(request: PageRequest): Promise<Page<SeatView>> {
    const page = await this.seats.page(request);
    return { ...page, data: page.data.map(view) };
  }

  async get(id: string): Promise<SeatView> {
    return view(await this.find(id));
  }

  create({ extension }: CreateSeatDto): Promise<SeatView> {
    return this.configuration.change(async () => {
      const { seatLimit } = await this.tenants.lockCurrent();
      if ((await this.seats.count()) >= seatLimit) {
        throw new AppError('quota_exceeded', `The contract allows ${seatLimit} seats, and all are leased.`);
      }
      await this.refuseTaken(extension);
      const [id, now] = [newId('seat'), this.clock.now()];
      const lease = { leasedFrom: now, leasedUntil: null, version: 1, createdAt: now };
      await this.seats.insert({ ...NEW_SEAT, ...lease, id, extension });
      return this.get(id);
    });
  }

  async remove(id: string, version: number): Promise<void> {
    await this.configuration.change(async () => {
      await this.find(id);
      const agent = await this.agents.ofSeat(id);
      if (agent) throw new AppError('conflict', `The seat is agent ${agent.number}'s: give the agent another first.`);
      if (!(await this.seats.endLease(id, version, this.clock.now()))) throw AppError.stale();
    });
  }

  change(id: string, version: number, { callerNumberId }: ChangeSeatDto): Promise<SeatView> {
    return this.configuration.change(async () => {
      await this.find(id);
      if (callerNumberId !== null && !(await this.numbers.find(callerNumberId))) {
        throw AppError.invalid('/caller_number_id', "must be one of the tenant's own numbers");
      }
      if (!(await this.seats.setCallerNumber(id, version, callerNumberId))) throw AppError.stale();
      return this.get(id);
    });
  }

  /** The secret before stops working: a phone that has it cannot register again. */
  newCredentials(id: string): Promise<SeatCredentialsDto> {
    return this.configuration.change(async () => {
      const { extension } = await this.find(id);
      const { domain } = await this.tenants.current();
      const secret = newSipSecret();
      await this.seats.setA1Hash(id, a1HashOf(extension, domain, secret));
      return { sipUser: extension, sipDomain: domain, secret };
    });
  }

  private async find(id: string): Promise<Seat> {
    const seat = await this.seats.find(id);
    if (!seat) throw AppError.notFound();
    return seat;
  }

  private async refuseTaken(extension: string): Promise<void> {
    if (await this.seats.findByExtension(extension)) {
      throw new AppError('conflict', 'There is a seat of that extension.');
    }
    if (await this.numbers.has(extension)) {
      throw new AppError('conflict', 'The extension is also a number of this tenant: a call to it could mean either.');
    }
  }
}

function view(seat: Seat): SeatView {
  return { ...seat, hasCredentials: seat.a1Hash !== null };
}
