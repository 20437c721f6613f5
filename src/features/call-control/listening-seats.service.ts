import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { AppError } from '../../platform/errors/app-error';
import { AgentsReader } from '../agents/agents.reader';
import { type Seat, SeatsReader } from '../seats/seats.reader';

/** From which seat somebody may listen. */
@Injectable()
export class ListeningSeats {
  constructor(
    private readonly agents: AgentsReader,
    private readonly seats: SeatsReader,
  ) {}

  /** The seat where the asker sits as an agent, or one that is named, where nobody else sits. */
  async of(principal: Principal, seatId: string | undefined): Promise<Seat> {
    const me = principal.kind === 'user' ? await this.agents.ofUser(principal.id) : null;
    const named = seatId ?? me?.signedInSeatId ?? null;
    if (named === null) throw AppError.invalid('/seat_id', 'is required: you sit nowhere as an agent');
    const seat = await this.seats.find(named);
    if (!seat) throw AppError.invalid('/seat_id', 'must be a seat of this tenant');
    if (seat.suspendedAt) throw new AppError('conflict', 'The seat is suspended.');
    const sitting = await this.agents.signedInAt(seat.id);
    if (sitting && sitting.id !== me?.id) throw new AppError('conflict', `Agent ${sitting.number} sits there.`);
    return seat;
  }
}
