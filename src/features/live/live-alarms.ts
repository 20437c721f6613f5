import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers } from '../../platform/events/event-handlers';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import '../seats/seats.events';
import { SeatsReader } from '../seats/seats.reader';
import { alarmOf } from './domain/alarm-of';
import { LiveStore } from './live-store';

/** What somebody should look at now, on every screen of the tenant, until it is over. */
@Injectable()
export class LiveAlarms implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly seats: SeatsReader,
    private readonly live: LiveStore,
  ) {}

  onModuleInit(): void {
    this.handlers.on('seat.suspended', 'show-alarm', ({ seatId }) => this.show(seatId));
    this.handlers.on('seat.resumed', 'end-alarm', ({ seatId }) => this.show(seatId));
  }

  /** As the seat is by now, whatever order the events come in. */
  private async show(seatId: string): Promise<void> {
    const seat = await this.seats.find(seatId);
    const alarm = seat && alarmOf(seat);
    const change = alarm ? { type: 'alarm' as const, alarm } : { type: 'alarm_over' as const, alarm: { kind: 'seat-suspended' as const, seatId } };
    await this.live.tell(tenantContext.tenantId(), change);
  }
}
