import { Injectable } from '@nestjs/common';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { isPlacedFrom } from './domain/own-call';
import type { LiveCall } from './domain/live-view';
import { LiveStore } from './live-store';

/** The narrow questions that other features may ask. */
@Injectable()
export class LiveReader {
  constructor(private readonly store: LiveStore) {}

  /** How many calls each of these tenants has at this moment, for the provider's picture over all of them. */
  callCounts(tenantIds: readonly string[]): Promise<number[]> {
    return this.store.callCounts(tenantIds);
  }

  /** A call of this tenant that goes on, by the switch's uuid; null for every other. */
  async call(uuid: string): Promise<LiveCall | null> {
    const calls = await this.store.calls(tenantContext.tenantId());
    return calls.find((call) => call.uuid === uuid) ?? null;
  }

  /** The calls that go on which a seat's phone has placed, or had placed for it. */
  async placedFrom(extension: string): Promise<LiveCall[]> {
    const calls = await this.store.calls(tenantContext.tenantId());
    return calls.filter((call) => isPlacedFrom(extension, call));
  }
}
