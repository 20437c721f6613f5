import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { a1HashOf, newSipSecret } from '../../platform/auth/sip-secret';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { AgentsReader } from '../agents/agents.reader';
import { SeatSecrets } from '../seats/domain/seat-secrets';
import { type Seat, SeatsReader } from '../seats/seats.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import { Phone } from './phone.entity';
import type { PhoneChoiceDto, PhoneDto } from './phones.dto';

const SESSION_END = 'SELECT expires_at AS expiresAt FROM sessions WHERE tenant_id = ? AND id = ?';

/** Makes a page the phone of a seat. */
@Injectable()
export class PhonesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly agents: AgentsReader,
    private readonly seats: SeatsReader,
    private readonly secrets: SeatSecrets,
    private readonly tenants: TenantsReader,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async choice({ id }: Principal): Promise<PhoneChoiceDto> {
    const agents = await this.agents.all();
    const taken = new Set(agents.flatMap(({ seatId, signedInSeatId }) => [seatId, signedInSeatId]));
    const seats = await this.seats.all();
    const own = agents.find(({ userId }) => userId === id);
    const sitsAt = own?.signedInSeatId ?? own?.seatId;
    const free = seats.filter((seat) => !taken.has(seat.id) && seat.suspendedAt === null);
    return {
      inPage: this.config.SIP_WEBSOCKET_URL !== undefined,
      extension: seats.find((seat) => seat.id === sitsAt)?.extension ?? null,
      freeSeats: free.map(({ id, extension }) => ({ id, extension })),
    };
  }

  /** A session's earlier phone is none any more: it has the new one instead. */
  async open(principal: Principal, wishedSeatId: string | undefined): Promise<PhoneDto> {
    const { sessionId } = principal;
    const websocketUrl = this.config.SIP_WEBSOCKET_URL;
    if (websocketUrl === undefined) throw new AppError('conflict', 'This installation has no phone in the page: use a desk phone.');
    if (principal.kind !== 'user' || sessionId === null) throw new AppError('forbidden', 'Only a person has a phone.');
    const seat = await this.seatFor(principal, wishedSeatId);
    const { domain } = await this.tenants.current();
    const [id, secret, now] = [newId('phone'), newSipSecret(), this.clock.now()];
    const expiresAt = await this.endOf(sessionId);
    // a seat without a secret of its own is unknown to the switch
    if (seat.a1Hash === null) await this.secrets.newCredentials(seat.id);
    await this.database.transaction(async () => {
      const phones = this.database.table(Phone);
      await phones.remove({ sessionId });
      await phones.insert({ id, createdAt: now, seatId: seat.id, sessionId, a1Hash: a1HashOf(seat.extension, domain, secret), expiresAt });
    });
    const iceServers = this.config.ICE_SERVERS === '' ? [] : this.config.ICE_SERVERS.split(',');
    return { id, seatId: seat.id, sipUser: seat.extension, sipDomain: domain, secret, websocketUrl, iceServers, expiresAt };
  }

  async close({ sessionId }: Principal): Promise<void> {
    if (sessionId !== null) await this.database.table(Phone).remove({ sessionId });
  }

  /** A session's end is fixed when it begins: a phone that is made late in it lives as much shorter. */
  private async endOf(sessionId: string): Promise<Date> {
    const [session] = await this.database.sql<{ expiresAt: Date }>(SESSION_END, [tenantContext.tenantId(), sessionId]);
    if (!session) throw AppError.notFound();
    return session.expiresAt;
  }

  private async seatFor(principal: Principal, wished: string | undefined): Promise<Seat> {
    const own = await this.agents.ofUser(principal.id);
    const seatId = wished ?? own?.signedInSeatId ?? own?.seatId;
    if (!seatId) throw AppError.invalid('/seat_id', 'is required: you have no fixed seat and sit nowhere');
    const seat = await this.seats.find(seatId);
    if (!seat) throw AppError.invalid('/seat_id', 'must be a seat of this tenant');
    if (seat.suspendedAt) throw new AppError('conflict', 'The seat is suspended.');
    const holder = await this.agents.ofSeat(seatId);
    if (holder && holder.id !== own?.id) throw new AppError('conflict', `The seat is agent ${holder.number}'s.`);
    return seat;
  }
}
