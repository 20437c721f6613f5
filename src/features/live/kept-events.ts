import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { EventMap, EventType } from '../../platform/events/events';
import { Outbox } from '../../platform/events/outbox';

/** What the switch tells and nobody may lose. */
@Injectable()
export class KeptEvents {
  constructor(
    private readonly database: TenantDatabase,
    private readonly outbox: Outbox,
  ) {}

  keep<T extends EventType>(type: T, payload: EventMap[T]): Promise<void> {
    return this.database.transaction(() => this.outbox.add(type, payload));
  }
}
