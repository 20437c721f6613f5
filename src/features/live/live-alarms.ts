import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers } from '../../platform/events/event-handlers';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import '../seats/seats.events';
import { LiveStore } from './live-store';

/** What somebody should look at now, on every screen of the tenant. An alarm may come twice. */
@Injectable()
export class LiveAlarms implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly live: LiveStore,
  ) {}

  onModuleInit(): void {
    this.handlers.on('seat.suspended', 'show-alarm', ({ extension, reason, at }) => {
      const alarm = { kind: 'seat-suspended' as const, extension, reason, at: new Date(at).toISOString() };
      return this.live.raise(tenantContext.tenantId(), alarm);
    });
  }
}
