import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { Outbox } from '../../platform/events/outbox';
import { Log } from '../../platform/logging/log';
import { Configuration } from '../../platform/tenancy/configuration';
import { SeatSuspension, type Suspension } from './domain/suspension';
import './seats.events';
import { SeatsRepository } from './seats.repository';

/**
 * Suspends seats. From the commit on the directory and the dialplan know the seat no more; the reconciler, which hears
 * of the change, ends its calls and its registration.
 */
@Injectable()
export class SeatSuspensions extends SeatSuspension {
  constructor(
    private readonly seats: SeatsRepository,
    private readonly configuration: Configuration,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
  }

  override async suspend(seatId: string, reason: Suspension): Promise<void> {
    await this.configuration.change(async () => {
      const [seat, at] = [await this.seats.find(seatId), this.clock.now()];
      if (!seat || !(await this.seats.suspend(seatId, at, reason))) return;
      await this.outbox.add('seat.suspended', { seatId, extension: seat.extension, reason, at: at.getTime() });
      this.log.warn({ seatId, extension: seat.extension, reason }, 'seat suspended');
    });
  }

  /** Lifts a suspension; a seat that is not suspended stays as it is. */
  async resume(seatId: string): Promise<void> {
    await this.configuration.change(async () => {
      const seat = await this.seats.find(seatId);
      if (!seat) throw AppError.notFound();
      if (seat.suspendedAt === null) return;
      await this.seats.resume(seatId);
      await this.outbox.add('seat.resumed', { seatId });
    });
  }
}
