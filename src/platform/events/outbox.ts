import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { tenantContext } from '../tenancy/tenant-context';
import type { EventMap, EventType } from './events';
import { OutboxEntry } from './outbox-entry.entity';

@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Writes events beside the change that caused them: call it inside that change's transaction. */
  async add<T extends EventType>(type: T, ...payloads: EventMap[T][]): Promise<void> {
    if (payloads.length === 0) return;
    const { manager } = tenantContext.current();
    if (!manager) throw new Error(`The event ${type} must be written in a transaction.`);
    const tenantId = tenantContext.tenantId();
    const createdAt = this.clock.now();
    const entries = payloads.map((payload) => ({ tenantId, type, payload, createdAt }));
    await manager.insert(OutboxEntry, entries as never);
  }
}
