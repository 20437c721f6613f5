import { Injectable } from '@nestjs/common';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { LiveCall } from './domain/live-view';
import { LiveStore } from './live-store';

/** The narrow questions that other features may ask. */
@Injectable()
export class LiveReader {
  constructor(private readonly store: LiveStore) {}

  /** A call of this tenant that goes on, by the switch's uuid; null for every other. */
  async call(uuid: string): Promise<LiveCall | null> {
    const calls = await this.store.calls(tenantContext.tenantId());
    return calls.find((call) => call.uuid === uuid) ?? null;
  }
}
